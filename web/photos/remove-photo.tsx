import { Text } from '@mantine/core';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { PhotoActs } from './use-photo-acts.ts';

/** Asks before a photo is erased. */
export function RemovePhoto(props: { acts: PhotoActs; opened: boolean; close: () => void }) {
  const t = useTexts();
  const { acts } = props;
  return (
    <ConfirmDialog
      opened={props.opened}
      close={props.close}
      title={t('photos.remove.title')}
      confirm={t('photos.remove')}
      danger
      busy={acts.removing}
      problem={acts.notRemoved}
      act={() => acts.remove(props.close)}
    >
      <Text>{t('photos.remove.text')}</Text>
    </ConfirmDialog>
  );
}
