import { ActionIcon, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listSkills, type Skill, setUserSkills, type Work } from '../../contract/work.ts';
import { DayField } from '../kit/day-field.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { affected } from './affected.ts';
import classes from './work.module.css';

/** A line as it is typed; the key keeps it apart from others while lines come and go. */
type Line = { key: number; skill: string; level: string; startsOn: string; endsOn: string };

let keys = 0;
const aLine = (line: Partial<Line> = {}): Line => ({
  skill: '',
  level: '100',
  startsOn: '',
  endsOn: '',
  ...line,
  key: ++keys,
});

/** The skills of somebody, a line each: which, how well, and between which days. */
export function ChangeSkills({ work, close }: { work: Work; close: () => void }) {
  const t = useTexts();
  const { data, error } = useQuery(queryOf(listSkills, {}));
  const [lines, setLines] = useState(() => work.skills.map(lineOf));
  const act = useAct(setUserSkills, {
    refresh: affected,
    done: ({ name }) => {
      close();
      noticeDone(t('work.skills.saved', { name }));
    },
  });
  const change = (key: number, change: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const wrong = lines.some(({ skill, level }) => skill === '' || !isLevel(level));
  return (
    <Stack>
      <ProblemAlert problem={act.error ?? error} />
      <div>
        {lines.map((line) => (
          <SkillLine
            key={line.key}
            line={line}
            skills={data?.items ?? []}
            change={(changes) => change(line.key, changes)}
            remove={() => setLines(lines.filter(({ key }) => key !== line.key))}
          />
        ))}
        <Button variant="default" size="sm" onClick={() => setLines([...lines, aLine()])}>
          {t('work.skills.add')}
        </Button>
      </div>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {t('kit.cancel')}
        </Button>
        <Button
          loading={act.isPending}
          disabled={wrong}
          onClick={() =>
            act.mutate({ input: { id: work.id, skills: lines.map(wishOf) }, version: work.version })
          }
        >
          {t('kit.save')}
        </Button>
      </Group>
    </Stack>
  );
}

function SkillLine(props: {
  line: Line;
  skills: Skill[];
  change: (changes: Partial<Line>) => void;
  remove: () => void;
}) {
  const t = useTexts();
  const { line, skills, change } = props;
  const name = skills.find(({ id }) => id === line.skill)?.name ?? '';
  return (
    <div className={classes.row}>
      <NativeSelect
        label={t('work.skill')}
        value={line.skill}
        onChange={(event) => change({ skill: event.currentTarget.value })}
        data={[{ value: '', label: '' }, ...skills.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <TextInput
        label={t('work.level')}
        inputMode="numeric"
        value={line.level}
        error={isLevel(line.level) ? undefined : t('fields.too-big', { maximum: 100 })}
        onChange={(event) => change({ level: event.currentTarget.value.trim() })}
      />
      <DayField
        label={t('work.from-day')}
        value={line.startsOn}
        onChange={(startsOn) => change({ startsOn })}
      />
      <DayField label={t('work.until-day')} value={line.endsOn} onChange={(endsOn) => change({ endsOn })} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('work.skills.remove', { name })}
        title={t('work.skills.remove', { name })}
        onClick={props.remove}
      >
        <IconTrash size={17} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function isLevel(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 100;
}

function lineOf({ skill, level, startsOn, endsOn }: Work['skills'][number]): Line {
  return aLine({ skill, level: String(level), startsOn: startsOn ?? '', endsOn: endsOn ?? '' });
}

function wishOf({ skill, level, startsOn, endsOn }: Line) {
  return { skill, level: Number(level), startsOn: startsOn || null, endsOn: endsOn || null };
}
