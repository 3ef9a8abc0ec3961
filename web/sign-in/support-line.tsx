import { Anchor, Text } from '@mantine/core';
import { useTexts } from '../kit/texts.tsx';
import { useBranding } from '../session/session.ts';

/** Whom to write to when there is no way in; nothing where the settings name nobody. */
export function SupportLine() {
  const t = useTexts();
  const { supportEmail } = useBranding();
  if (!supportEmail) return null;
  return (
    <Text size="sm" c="dimmed">
      <Anchor href={`mailto:${supportEmail}`}>{t('sign-in.support', { support: supportEmail })}</Anchor>
    </Text>
  );
}
