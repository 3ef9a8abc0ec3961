import { IconMail } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listMail, type MailListed } from '../../contract/mail.ts';
import { useAddress } from '../kit/address-state.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { useDates } from '../kit/dates.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { isFiltered, MailFilterBar, mailFilters } from './mail-filters.tsx';
import { MailState } from './mail-state.tsx';
import { NoServerNote } from './no-server-note.tsx';
import { Receiver } from './receiver.tsx';

const pageSize = 50;

/** All mail that went out or waits. */
export function MailPage() {
  const t = useTexts();
  const [filters, change] = useAddress(mailFilters);
  const paging = usePaging();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queryOf(listMail, { ...filters, cursor: paging.cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
  });
  const columns = useMailColumns(data?.mailServer ?? true);
  return (
    <Page title={t('mail.title')} about={t('mail.about')} fill>
      {data?.mailServer === false && <NoServerNote />}
      <MailFilterBar filters={filters} change={change} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && (
        <DataTable
          label={t('mail.title')}
          columns={columns}
          page={data}
          rowKey={(mail) => mail.id}
          stale={isPlaceholderData}
          paging={paging}
          pageSize={pageSize}
          empty={<NoMail filtered={isFiltered(filters)} />}
        />
      )}
    </Page>
  );
}

function useMailColumns(mailServer: boolean): Column<MailListed>[] {
  const t = useTexts();
  const dates = useDates();
  return useMemo(
    () => [
      {
        key: 'subject',
        title: t('mail.subject'),
        lead: true,
        cell: (mail) => (
          <TextLink to="/mail/$id" params={{ id: mail.id }}>
            {mail.subject}
          </TextLink>
        ),
      },
      { key: 'to', title: t('mail.to'), cell: (mail) => <Receiver mail={mail} /> },
      {
        key: 'state',
        title: t('mail.state'),
        wrap: true,
        width: '32%',
        cell: (mail) => <MailState mail={mail} mailServer={mailServer} />,
      },
      {
        key: 'when',
        title: t('mail.when'),
        width: 190,
        cell: (mail) => <span title={dates.relative(mail.createdAt)}>{dates.moment(mail.createdAt)}</span>,
      },
    ],
    [t, dates, mailServer],
  );
}

function NoMail({ filtered }: { filtered: boolean }) {
  const t = useTexts();
  return (
    <EmptyState icon={<IconMail size={22} />} title={t(filtered ? 'mail.empty.filtered' : 'mail.empty')}>
      {t(filtered ? 'mail.empty.filtered.text' : 'mail.empty.text')}
    </EmptyState>
  );
}
