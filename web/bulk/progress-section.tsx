import { Progress, Stack, Text } from '@mantine/core';
import type { BulkRun } from '../../contract/bulk.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './bulk.module.css';
import { sizeOf } from './size-of.ts';

/** How far it is, in words and as a bar, and why it does not apply to some. */
export function ProgressSection({ run }: { run: BulkRun }) {
  const t = useTexts();
  const { counts, state } = run;
  const total = sizeOf(run);
  const looked = total - counts.waiting;
  const passed = state === 'checking' ? looked : counts.done + counts.refused;
  const moving = state === 'checking' || state === 'running';
  const shown = { total, done: moving ? passed : counts.done, fits: counts.fits, refused: counts.refused };
  return (
    <Section title={t('bulk.page.progress')}>
      <Stack gap="sm">
        <Text aria-live="polite">{t(`bulk.page.${state}`, shown)}</Text>
        {moving && (
          <Progress
            value={total === 0 ? 0 : (passed / total) * 100}
            aria-label={t('bulk.page.progress')}
            size="lg"
          />
        )}
        {run.reasons.length > 0 && (
          <div>
            <Text fw={550} mb={4}>
              {t('bulk.page.reasons')}
            </Text>
            <ul className={classes.reasons}>
              {run.reasons.map(({ code, message, count }) => (
                <li key={code}>{t('bulk.page.reason', { count, message })}</li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </Section>
  );
}
