import { Text } from '@mantine/core';
import type { Permission } from '../../contract/permissions.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';

/** Why something may only be looked at: the right is lacking, or this person has more rights than the reader. */
export function WhyNot({ needs }: { needs: Permission }) {
  const t = useTexts();
  const may = useMay();
  return (
    <Text component="span" size="sm" c="dimmed" display="block">
      {may(needs) ? t('users.above-you') : t('users.page.no-right')}
    </Text>
  );
}
