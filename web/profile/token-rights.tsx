import { Checkbox, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Permission } from '../../contract/permissions.ts';
import { useTexts } from '../kit/texts.tsx';
import { useHeldPermissions } from './use-held-permissions.ts';

/** Chooses among the rights that one has oneself. */
export function TokenRights(props: {
  name: string;
  value: Permission[];
  error?: ReactNode;
  onChange: (chosen: Permission[]) => void;
}) {
  const t = useTexts();
  const held = useHeldPermissions();
  return (
    <Checkbox.Group
      label={t('tokens.rights')}
      description={t('tokens.rights.about')}
      error={props.error}
      value={props.value}
      onChange={(chosen) => props.onChange(held.filter((one) => chosen.includes(one)))}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt={8}>
        {held.map((one) => (
          <Checkbox key={one} name={props.name} value={one} label={t(`permissions.${one}`)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
