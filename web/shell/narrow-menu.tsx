import { Drawer } from '@mantine/core';
import { useTexts } from '../kit/texts.tsx';
import { NavigationList } from './navigation-list.tsx';
import { OrganisationName } from './organisation-name.tsx';

/** The navigation as a drawer, for narrow screens. */
export function NarrowMenu({ opened, close }: { opened: boolean; close: () => void }) {
  const t = useTexts();
  return (
    <Drawer
      opened={opened}
      onClose={close}
      size={280}
      title={<OrganisationName left={close} />}
      closeButtonProps={{ 'aria-label': t('shell.menu.close') }}
    >
      <NavigationList left={close} />
    </Drawer>
  );
}
