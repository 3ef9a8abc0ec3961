import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type FileRun, listFileRuns, type PersonnelFile } from '../../contract/personnel-files.ts';
import { countsInWords } from '../imports/counts-in-words.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { useDates } from '../kit/dates.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { TextLink } from '../kit/links.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { type Texts, useTexts } from '../kit/texts.tsx';
import { RunState } from './run-state.tsx';

const pageSize = 25;

/** Every run of a link, newest first. */
export function Runs({ file: { id, lastRun } }: { file: PersonnelFile }) {
  const t = useTexts();
  const paging = usePaging();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queryOf(listFileRuns, { id, cursor: paging.cursor, limit: pageSize }),
    queryKey: ['personnel-files', 'personnel-files.runs', id, paging.cursor, lastRun?.version],
    placeholderData: keepPreviousData,
  });
  const columns = useRunColumns();
  return (
    <Section title={t('personnel-files.runs')}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && (
        <DataTable
          label={t('personnel-files.runs')}
          columns={columns}
          page={data}
          rowKey={(run) => run.id}
          stale={isPlaceholderData}
          paging={paging}
          pageSize={pageSize}
          empty={<EmptyState title={t('personnel-files.runs.none')} />}
        />
      )}
    </Section>
  );
}

/** What came of a run, in a line. */
function resultInWords({ state, failure, counts, leaving }: FileRun, t: Texts): string {
  if (failure) return failure;
  if (state === 'unchanged') return t('personnel-files.unchanged');
  if (leaving) return t('personnel-files.brake.title', leaving);
  return countsInWords(counts, t) || (state === 'done' ? t('personnel-files.nothing') : '');
}

function useRunColumns(): Column<FileRun>[] {
  const t = useTexts();
  const dates = useDates();
  return useMemo(
    () => [
      {
        key: 'when',
        title: t('personnel-files.run.when'),
        lead: true,
        width: 190,
        cell: ({ id, startedAt }) => (
          <TextLink to="/personnel-file-runs/$id" params={{ id }}>
            {dates.moment(startedAt)}
          </TextLink>
        ),
      },
      {
        key: 'state',
        title: t('personnel-files.run.state'),
        width: 190,
        cell: ({ state }) => <RunState state={state} />,
      },
      {
        key: 'result',
        title: t('personnel-files.run.result'),
        wrap: true,
        cell: (run) => resultInWords(run, t),
      },
      {
        key: 'by',
        title: t('personnel-files.run.by'),
        cell: ({ startedBy, cause }) => startedBy?.name || t(`personnel-files.cause.${cause}`),
      },
    ],
    [t, dates],
  );
}
