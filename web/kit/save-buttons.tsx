import { Button, Group } from '@mantine/core';
import { useTexts } from './texts.tsx';

/** The end of a form in a window: *Cancel* leaves everything as it was, *Save* sends the form. */
export function SaveButtons({ sending, close }: { sending: boolean; close: () => void }) {
  const t = useTexts();
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={close}>
        {t('kit.cancel')}
      </Button>
      <Button type="submit" loading={sending}>
        {t('kit.save')}
      </Button>
    </Group>
  );
}
