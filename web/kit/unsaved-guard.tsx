import { Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from './dialog.tsx';
import { useTexts } from './texts.tsx';
import { useUnsaved } from './unsaved.ts';

/**
 * Asks before another page is opened or the tab is closed while something is unsaved. `hasUnsaved` is asked at
 * the moment of leaving, so a form that was just saved may navigate at once.
 */
export function UnsavedGuard(props: { hasUnsaved: () => boolean }) {
  const t = useTexts();
  useUnsaved(props.hasUnsaved);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && props.hasUnsaved(),
    enableBeforeUnload: () => props.hasUnsaved(),
    withResolver: true,
  });
  return (
    <ConfirmDialog
      opened={blocker.status === 'blocked'}
      close={() => blocker.reset?.()}
      title={t('kit.unsaved.title')}
      cancel={t('kit.unsaved.stay')}
      confirm={t('kit.unsaved.leave')}
      danger
      act={() => blocker.proceed?.()}
    >
      <Text>{t('kit.unsaved.text')}</Text>
    </ConfirmDialog>
  );
}
