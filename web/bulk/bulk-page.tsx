import { Badge, Button, Skeleton } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type BulkRun, exportBulkPeople, getBulk } from '../../contract/bulk.ts';
import { addressOf } from '../kit/call.ts';
import { useDates } from '../kit/dates.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { betweenLooks } from '../kit/lively.ts';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './bulk.module.css';
import { BulkSteps } from './bulk-steps.tsx';
import { PeopleSection } from './people-section.tsx';
import { ProgressSection } from './progress-section.tsx';
import { sizeOf } from './size-of.ts';

/** One deed to many people: for whom it can be done, how far it is, what came of it. */
export function BulkPage() {
  const t = useTexts();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    ...queryOf(getBulk, { id }),
    refetchInterval: ({ state: { data } }) => (data && isMoving(data) ? betweenLooks(sizeOf(data)) : false),
  });
  if (error && (error.status === 404 || error.status === 400)) return <Missing />;
  if (data) return <OneRun run={data} problem={error} />;
  return (
    <Page title={t('bulk.recent')}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && <Skeleton height={240} radius={10} />}
    </Page>
  );
}

/** True while the server is at work on it. */
function isMoving({ state }: BulkRun): boolean {
  return state === 'checking' || state === 'running';
}

function OneRun({ run, problem }: { run: BulkRun; problem: { message: string } | null }) {
  const t = useTexts();
  const { deed } = run.act;
  return (
    <Page
      title={t(`bulk.deed.${deed}`)}
      beside={
        <Badge variant="light" color="gray" tt="none" fw={550} c="var(--mantine-color-text)">
          {t(`bulk.state.${run.state}`)}
        </Badge>
      }
      about={<Choice run={run} />}
      crumbs={[
        <TextLink key="users" to="/users" inherit>
          {t('bulk.page.back')}
        </TextLink>,
        <TextLink key="recent" to="/bulk" inherit>
          {t('bulk.recent')}
        </TextLink>,
      ]}
      action={
        <>
          {!isMoving(run) && (
            <Button
              component="a"
              variant="default"
              href={addressOf(exportBulkPeople, { id: run.id })}
              download
            >
              {t('bulk.page.download')}
            </Button>
          )}
          <BulkSteps run={run} />
        </>
      }
    >
      <div className={classes.sections}>
        <ProblemAlert problem={problem} />
        <ProgressSection run={run} />
        <PeopleSection key={run.state} run={run} />
      </div>
    </Page>
  );
}

/** With what it is done: which roles, which day. */
function Choice({ run: { act, named } }: { run: BulkRun }) {
  const t = useTexts();
  if (named.length > 0) return <>{named.join(', ')}</>;
  if (act.deed === 'set-language') return <>{t(`languages.${act.language}`)}</>;
  if (act.deed === 'set-time-zone') return <>{act.timeZone.replaceAll('_', ' ')}</>;
  if (act.deed === 'set-leave-date') return <Day day={act.leavesOn} />;
  if (act.deed === 'reactivate' && act.startsOn) return <Day day={act.startsOn} />;
  return null;
}

function Day({ day }: { day: string }) {
  return <>{useDates().longDay(day)}</>;
}

function Missing() {
  const t = useTexts();
  return (
    <Page title={t('bulk.page.missing')}>
      <EmptyState
        icon={<IconListCheck size={22} />}
        title={t('bulk.not-found')}
        action={<ButtonLink to="/bulk">{t('bulk.recent')}</ButtonLink>}
      />
    </Page>
  );
}
