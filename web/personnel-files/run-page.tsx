import { Skeleton, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FileRun, getFileRun } from '../../contract/personnel-files.ts';
import { countsInWords } from '../imports/counts-in-words.ts';
import { isWorking } from '../imports/import-state.tsx';
import { Outcome } from '../imports/outcome.tsx';
import { Progress } from '../imports/progress.tsx';
import { Rows } from '../imports/rows.tsx';
import { useImport } from '../imports/use-import.ts';
import { useDates } from '../kit/dates.ts';
import { TextLink } from '../kit/links.tsx';
import { Note } from '../kit/note.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { Brake } from './brake.tsx';
import { isUnderWay } from './in-words.ts';
import classes from './personnel-files.module.css';
import { RunState } from './run-state.tsx';

/** One run of a link: how far it is, what it changed person by person, and what has to be decided. */
export function RunPage() {
  const t = useTexts();
  const dates = useDates();
  const may = useMay();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    ...queryOf(getFileRun, { id }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 700 : false),
  });
  return (
    <Page
      title={
        data
          ? t('personnel-files.run.title', { when: dates.moment(data.startedAt) })
          : t('personnel-files.runs')
      }
      beside={data && <RunState state={data.state} />}
      crumbs={[
        <TextLink key="files" to="/personnel-files">
          {t('personnel-files.title')}
        </TextLink>,
        ...(data
          ? [
              <TextLink key="file" to="/personnel-files/$id" params={{ id: data.file.id }}>
                {data.file.name}
              </TextLink>,
            ]
          : []),
      ]}
    >
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={300} radius={8} />}
      {data && (
        <div className={classes.stack}>
          <Told run={data} />
          {data.state === 'waiting' && may('users.import') && <Brake run={data} />}
          {data.importId && may('users.import') && (
            <ByRow key={data.state} importId={data.importId} goesOn={isUnderWay(data)} />
          )}
        </div>
      )}
    </Page>
  );
}

/** What there is to say about the whole run. */
function Told({ run }: { run: FileRun }) {
  const t = useTexts();
  const { state, failure, isCheck, counts } = run;
  if (failure) {
    return (
      <Note tone="danger" icon={<IconAlertTriangle size={18} />}>
        {failure}
      </Note>
    );
  }
  if (state === 'unchanged') {
    return <Note icon={<IconInfoCircle size={18} />}>{t('personnel-files.unchanged')}</Note>;
  }
  const words = countsInWords(counts, t) || t('personnel-files.nothing');
  if (isCheck && state === 'checked') {
    return (
      <Note icon={<IconInfoCircle size={18} />} title={t('personnel-files.run.check')}>
        {words}
      </Note>
    );
  }
  if (state === 'done' && Object.keys(counts).every((one) => one === 'unchanged')) {
    return <Note icon={<IconCircleCheck size={18} />}>{t('personnel-files.nothing')}</Note>;
  }
  return null;
}

function ByRow({ importId, goesOn }: { importId: string; goesOn: boolean }) {
  const t = useTexts();
  const { data, error } = useImport(importId, goesOn);
  if (error) return <Text c="dimmed">{t('personnel-files.run.rows-gone')}</Text>;
  if (!data) return <Skeleton height={200} radius={8} />;
  return (
    <>
      {isWorking(data) && <Progress item={data} />}
      {data.checkedAt !== null && data.state !== 'checking' && (
        <>
          <Outcome item={data} />
          <Rows item={data} />
        </>
      )}
    </>
  );
}
