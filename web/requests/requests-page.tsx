import { SegmentedControl } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listRequests, type MemberRequest, requestStates } from '../../contract/requests.ts';
import { useAddress } from '../kit/address-state.ts';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { DeclineRequest } from './decline-request.tsx';
import { useRequestColumns } from './request-columns.tsx';
import classes from './requests.module.css';

const address = listRequests.input.pick({ state: true });

/** Requests for new members, newest first; whoever may, decides with one click. */
export function RequestsPage() {
  const t = useTexts();
  const may = useMay();
  const [{ state }, change] = useAddress(address);
  const [declining, setDeclining] = useState<MemberRequest | null>(null);
  const paging = usePaging();
  const columns = useRequestColumns(setDeclining);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...queryOf(listRequests, { state, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('shell.requests')} about={t('requests.about')} fill>
      <div className={classes.filter}>
        <SegmentedControl
          size="xs"
          aria-label={t('requests.filter')}
          value={state ?? 'all'}
          onChange={(next) => change({ state: requestStates.find((one) => one === next) })}
          data={(['all', ...requestStates] as const).map((value) => ({
            value,
            label: t(`requests.filter.${value}`),
          }))}
        />
      </div>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {(data || !error) && (
        <DataTable
          label={t('shell.requests')}
          columns={columns}
          page={data}
          stale={isPlaceholderData}
          rowKey={(request) => request.id}
          paging={paging}
          empty={
            <EmptyState
              icon={<IconInbox size={22} />}
              title={t(state === 'open' ? 'requests.none.open' : 'requests.none')}
              action={
                may('settings.change') && (
                  <ButtonLink to="/settings" hash="invitations" variant="default">
                    {t('shell.settings')}
                  </ButtonLink>
                )
              }
            >
              {t('requests.none.text')}
            </EmptyState>
          }
        />
      )}
      {declining && <DeclineRequest request={declining} close={() => setDeclining(null)} />}
    </Page>
  );
}
