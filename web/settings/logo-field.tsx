import { Button, FileButton, Group, Input, Stack, Text } from '@mantine/core';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { mostLogoMegabytes, removeLogo, setLogo } from '../../contract/logo.ts';
import { photoKinds } from '../../contract/photos.ts';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useBranding } from '../session/session.ts';
import classes from './settings.module.css';

/** The logo: choosing a file saves it at once, apart from the rest of the page. */
export function LogoField() {
  const t = useTexts();
  const label = useId();
  const problem = useId();
  const { logo } = useBranding();
  const { choose, remove, saving, removing, wrong, reset } = useLogoActs();
  return (
    <Stack gap={6}>
      <Input.Label id={label} component="span">
        {t('settings.logo')}
      </Input.Label>
      <Text size="sm" c="dimmed">
        {t('settings.logo.about', { maximum: mostLogoMegabytes })}
      </Text>
      {logo !== null && (
        <img src={`/api/v1/logo?tag=${logo}`} alt={t('settings.logo.now')} className={classes.logo} />
      )}
      <Group gap="xs">
        <FileButton onChange={choose} accept={photoKinds.join()} resetRef={reset}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={saving}
              leftSection={<IconPhoto size={16} aria-hidden />}
              aria-describedby={wrong ? problem : label}
            >
              {t(logo === null ? 'settings.logo.choose' : 'settings.logo.choose.other')}
            </Button>
          )}
        </FileButton>
        {logo !== null && (
          <Button
            variant="subtle"
            color="gray"
            loading={removing}
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={remove}
          >
            {t('settings.logo.remove')}
          </Button>
        )}
      </Group>
      <Text id={problem} role="alert" size="sm" c="var(--mantine-color-error)">
        {wrong}
      </Text>
    </Stack>
  );
}

function useLogoActs() {
  const t = useTexts();
  const reset = useRef<() => void>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const refresh = ['settings', 'audit'];
  const save = useAct(setLogo, { refresh, done: () => noticeDone(t('settings.logo.saved')) });
  const erase = useAct(removeLogo, { refresh, done: () => noticeDone(t('settings.logo.removed')) });
  const choose = (file: File | null) => {
    // The same file may be chosen again.
    reset.current?.();
    if (!file) return;
    const large = file.size > mostLogoMegabytes * 1024 * 1024;
    setTooLarge(large);
    save.reset();
    if (!large) save.mutate({ input: {}, file });
  };
  const refused = save.error ?? erase.error;
  const words = refused?.fields.find(({ field }) => field === 'file')?.message ?? refused?.message;
  return {
    reset,
    choose,
    remove: () => erase.mutate({ input: {} }),
    saving: save.isPending,
    removing: erase.isPending,
    wrong: tooLarge ? t('photos.too-large', { maximum: mostLogoMegabytes }) : words,
  };
}
