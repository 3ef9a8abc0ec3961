import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fold } from '../../contract/fold.ts';
import { listActivities, setUserActivities, type Work } from '../../contract/work.ts';
import { Dialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { type Pick, PickMany } from '../kit/pick-many.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { ActivityMark } from './activity-mark.tsx';
import { affected } from './affected.ts';
import classes from './work.module.css';

/** What somebody may be planned for. */
export function ActivitiesSection({ work }: { work: Work }) {
  const t = useTexts();
  const [changing, setChanging] = useState(false);
  const close = () => setChanging(false);
  return (
    <Section
      title={t('work.activities')}
      about={t('work.activities.about')}
      action={
        work.mayChange && (
          <Button variant="default" onClick={() => setChanging(true)} aria-haspopup="dialog">
            {t('work.activities.change')}
          </Button>
        )
      }
    >
      {work.activities.length === 0 && <Text c="dimmed">{t('work.activities.none')}</Text>}
      <ul className={classes.inline} aria-label={t('work.activities')}>
        {work.activities.map((activity) => (
          <li key={activity.id}>
            <ActivityMark {...activity} />
          </li>
        ))}
      </ul>
      <Dialog opened={changing} close={close} title={t('work.activities.choose', { name: work.name })}>
        <ChooseActivities work={work} close={close} />
      </Dialog>
    </Section>
  );
}

function ChooseActivities({ work, close }: { work: Work; close: () => void }) {
  const t = useTexts();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly Pick[]>(work.activities);
  const { data, error } = useQuery(queryOf(listActivities, {}));
  const act = useAct(setUserActivities, {
    refresh: affected,
    done: ({ name }) => {
      close();
      noticeDone(t('work.activities.saved', { name }));
    },
  });
  const activities = chosen.map(({ id }) => id);
  return (
    <Stack>
      <ProblemAlert problem={act.error} />
      <PickMany
        label={t('employees.search')}
        search={search}
        changeSearch={setSearch}
        found={data?.items.filter(({ name }) => fold(name).includes(fold(search)))}
        problem={error}
        chosen={chosen}
        change={setChosen}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {t('kit.cancel')}
        </Button>
        <Button
          loading={act.isPending}
          onClick={() => act.mutate({ input: { id: work.id, activities }, version: work.version })}
        >
          {t('kit.save')}
        </Button>
      </Group>
    </Stack>
  );
}
