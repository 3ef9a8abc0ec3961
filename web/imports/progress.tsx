import { Progress as Bar, Text } from '@mantine/core';
import type { Import } from '../../contract/imports.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';

/** How far the work in the background is. */
export function Progress({ item }: { item: Import }) {
  const t = useTexts();
  const { done, of } = item.progress;
  const state = item.state === 'running' || item.state === 'undoing' ? item.state : 'checking';
  const words = t(`imports.progress.${state}`, { done, of });
  return (
    <Section title={t(`imports.state.${state}`)}>
      <Bar value={of === 0 ? 100 : (done / of) * 100} aria-label={words} size="lg" />
      <Text mt="xs" role="status">
        {words}
      </Text>
      <Text size="sm" c="dimmed">
        {t('imports.progress.leave')}
      </Text>
    </Section>
  );
}
