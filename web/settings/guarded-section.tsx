import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
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
        <Alert color="gray" role="note" mb="md" icon={<IconLock size={18} aria-hidden />}>
          {t('settings.administrators-only')}
        </Alert>
      )}
      {props.children(disabled)}
    </Section>
  );
}
