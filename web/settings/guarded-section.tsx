import { Box } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Note } from '../kit/note.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';

/**
 * A section that only people with admin access may change: others could turn it into more rights than they have.
 * They see it, with the reason; its fields are given whether they are `disabled`.
 */
export function GuardedSection(props: {
  title: string;
  about: ReactNode;
  anchor: string;
  children: (disabled: boolean) => ReactNode;
}) {
  const t = useTexts();
  const disabled = !useSession().user.admin;
  return (
    <Section title={props.title} about={props.about} anchor={props.anchor}>
      {disabled && (
        <Box mb="md">
          <Note icon={<IconLock size={18} />}>{t('settings.administrators-only')}</Note>
        </Box>
      )}
      {props.children(disabled)}
    </Section>
  );
}
