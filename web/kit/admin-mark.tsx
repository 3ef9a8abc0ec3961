import { Badge } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTexts } from './texts.tsx';

/** Admin access, as a mark beside a name. */
export function AdminMark() {
  const t = useTexts();
  return (
    <Badge variant="light" tt="none" fw={550} leftSection={<IconShieldCheck size={13} aria-hidden />}>
      {t('states.admin')}
    </Badge>
  );
}
