import { Group, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { importTitles } from '../../contract/import-titles.ts';
import { getPersonnelFile, type PersonnelFile } from '../../contract/personnel-files.ts';
import { useDates } from '../kit/dates.ts';
import { Facts } from '../kit/facts.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { DeleteFile } from './delete-file.tsx';
import { isUnderWay, scheduleInWords, sourceInWords } from './in-words.ts';
import classes from './personnel-files.module.css';
import { RunButtons } from './run-buttons.tsx';
import { Runs } from './runs.tsx';
import { Trouble } from './trouble.tsx';

/** One link: where from, when, in whose name, and what it did. */
export function FilePage() {
  const t = useTexts();
  const may = useMay();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    ...queryOf(getPersonnelFile, { id }),
    refetchInterval: ({ state }) => (state.data?.lastRun && isUnderWay(state.data.lastRun) ? 1000 : false),
  });
  return (
    <Page
      title={data?.name ?? t('personnel-files.title')}
      crumbs={[
        <TextLink key="files" to="/personnel-files">
          {t('personnel-files.title')}
        </TextLink>,
      ]}
      action={data && may('users.import') && <RunButtons file={data} />}
    >
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {data && (
        <div className={classes.stack}>
          <Trouble file={data} />
          <About file={data} mayChange={may('users.import')} />
          <Runs file={data} />
        </div>
      )}
      {!data && !error && <Skeleton height={300} radius={8} />}
    </Page>
  );
}

function About({ file, mayChange }: { file: PersonnelFile; mayChange: boolean }) {
  const t = useTexts();
  const dates = useDates();
  const { source, schedule, nextAt, actsAs, options, owned, people, id, alarmTo } = file;
  const hostKey = source.kind === 'sftp' ? source.hostKey : null;
  return (
    <Section title={t('personnel-files.options')} about={t('personnel-files.acts-as.about')}>
      <Stack>
        <Facts
          facts={[
            {
              name: t('personnel-files.source'),
              value: <span className={classes.long}>{sourceInWords(source)}</span>,
            },
            ...(hostKey === null
              ? []
              : [
                  {
                    name: t('personnel-files.host-key'),
                    value: <span className={classes.long}>{hostKey}</span>,
                  },
                ]),
            { name: t('personnel-files.when'), value: scheduleInWords(schedule, t) },
            { name: t('personnel-files.next'), value: nextAt && dates.moment(nextAt) },
            {
              name: t('personnel-files.acts-as'),
              value: actsAs?.name ?? t('personnel-files.acts-as.nobody'),
            },
            {
              name: t('personnel-files.alarm'),
              value: alarmTo.map(({ name }) => name).join(', ') || t('personnel-files.alarm.admins'),
            },
            { name: t('imports.mode'), value: t(`imports.mode.${options.mode}`) },
            {
              name: t('personnel-files.welcome'),
              value: t(options.sendWelcomeMail ? 'audit.yes' : 'audit.no'),
            },
            {
              name: t('personnel-files.user.fields'),
              value: owned.length === 0 ? null : owned.map((field) => t(importTitles[field])).join(', '),
            },
            { name: t('personnel-files.people'), value: people },
          ]}
        />
        {mayChange && (
          <Group gap="xs">
            <ButtonLink to="/personnel-files/$id/edit" params={{ id }} variant="default">
              {t('personnel-files.edit')}
            </ButtonLink>
            <DeleteFile file={file} />
          </Group>
        )}
      </Stack>
    </Section>
  );
}
