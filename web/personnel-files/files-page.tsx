import { IconFileDownload, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listPersonnelFiles, type PersonnelFile } from '../../contract/personnel-files.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { useDates } from '../kit/dates.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { isUnderWay, scheduleInWords, sourceInWords } from './in-words.ts';
import { RunState } from './run-state.tsx';
import { Trouble } from './trouble.tsx';

/** The links with personnel files, each with when it runs and what became of it last. */
export function FilesPage() {
  const t = useTexts();
  const may = useMay();
  const { data, error, refetch } = useQuery({
    ...queryOf(listPersonnelFiles, {}),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ lastRun }) => lastRun && isUnderWay(lastRun)) ? 1500 : false,
  });
  const columns = useFileColumns();
  const count = data?.items.length ?? 0;
  return (
    <Page
      title={t('personnel-files.title')}
      about={t('personnel-files.about')}
      crumbs={
        may('users.import')
          ? [
              <TextLink key="imports" to="/imports">
                {t('imports.back')}
              </TextLink>,
            ]
          : []
      }
      action={
        may('users.import') && (
          <ButtonLink to="/personnel-files/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('personnel-files.new')}
          </ButtonLink>
        )
      }
    >
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {data?.items.map((file) => file.trouble && <Trouble key={file.id} file={file} named />)}
      {!error && (
        <DataTable
          label={t('personnel-files.title')}
          columns={columns}
          page={data && { items: data.items, nextCursor: null, total: { count, exact: true } }}
          rowKey={({ id }) => id}
          pageSize={100}
          empty={
            <EmptyState icon={<IconFileDownload size={22} />} title={t('personnel-files.none')}>
              {t('personnel-files.none.text')}
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}

function useFileColumns(): Column<PersonnelFile>[] {
  const t = useTexts();
  const dates = useDates();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('personnel-files.name'),
        lead: true,
        cell: ({ id, name }) => (
          <TextLink to="/personnel-files/$id" params={{ id }}>
            {name}
          </TextLink>
        ),
      },
      {
        key: 'source',
        title: t('personnel-files.source'),
        wrap: true,
        cell: ({ source }) => sourceInWords(source),
      },
      {
        key: 'when',
        title: t('personnel-files.when'),
        cell: ({ schedule }) => scheduleInWords(schedule, t),
      },
      {
        key: 'last',
        title: t('personnel-files.last-run'),
        width: 200,
        cell: ({ lastRun }) => (lastRun ? <RunState state={lastRun.state} /> : t('personnel-files.never')),
      },
      {
        key: 'next',
        title: t('personnel-files.next'),
        width: 190,
        cell: ({ nextAt }) => (nextAt ? dates.moment(nextAt) : '–'),
      },
    ],
    [t, dates],
  );
}
