import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Work } from '../../contract/work.ts';
import { useDates } from '../kit/dates.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { ChangeSkills } from './change-skills.tsx';
import classes from './work.module.css';

/** What somebody can do, how well, and between which days that counts. */
export function SkillsSection({ work }: { work: Work }) {
  const t = useTexts();
  const [changing, setChanging] = useState(false);
  const close = () => setChanging(false);
  return (
    <Section
      title={t('work.skills')}
      about={t('work.skills.about')}
      action={
        work.mayChange && (
          <Button variant="default" onClick={() => setChanging(true)} aria-haspopup="dialog">
            {t('work.skills.change')}
          </Button>
        )
      }
    >
      {work.skills.length === 0 && <Text c="dimmed">{t('work.skills.none')}</Text>}
      <ul className={classes.list} aria-label={t('work.skills')}>
        {work.skills.map((skill) => (
          <li key={`${skill.skill} ${skill.startsOn}`}>
            {skill.name} <strong>{t('work.level.short', { level: skill.level })}</strong>{' '}
            <Validity startsOn={skill.startsOn} endsOn={skill.endsOn} />
          </li>
        ))}
      </ul>
      <Dialog opened={changing} close={close} title={t('work.skills.choose', { name: work.name })} size="xl">
        <ChangeSkills work={work} close={close} />
      </Dialog>
    </Section>
  );
}

function Validity({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) {
  const t = useTexts();
  const dates = useDates();
  if (startsOn === null && endsOn === null) return null;
  const from = startsOn && dates.day(startsOn);
  const until = endsOn && dates.day(endsOn);
  const key = from && until ? 'work.period' : from ? 'work.period.from' : 'work.period.until';
  return (
    <Text span size="sm" c="dimmed">
      {t(key, { from, until })}
    </Text>
  );
}
