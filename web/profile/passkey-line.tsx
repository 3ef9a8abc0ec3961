import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { removePasskey, renamePasskey } from '../../contract/second-factors.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useDates } from '../kit/dates.ts';
import { ConfirmDialog, Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { SaveButtons } from '../kit/save-buttons.tsx';
import { useTexts } from '../kit/texts.tsx';
import { isLastFactor, LastFactor, type OwnFactors } from './last-factor.tsx';
import classes from './profile.module.css';

type OwnPasskey = OwnFactors['passkeys'][number];
type WindowProps = { passkey: OwnPasskey; opened: boolean; close: () => void };

/** One passkey: what it is called, since when, its last use; renaming and removing it. */
export function PasskeyLine({ own, passkey }: { own: OwnFactors; passkey: OwnPasskey }) {
  const t = useTexts();
  const dates = useDates();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const { name } = passkey;
  const facts = [
    t('profile.passkeys.made', { day: dates.moment(passkey.createdAt) }),
    passkey.lastUsedAt
      ? t('profile.app.used', { when: dates.relative(passkey.lastUsedAt) })
      : t('profile.app.never-used'),
    passkey.backedUp && t('profile.passkeys.synced'),
  ];
  return (
    <li className={classes.session}>
      <div className={classes.device}>
        <Text fw={550}>{name}</Text>
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          aria-label={t('profile.passkeys.rename.named', { name })}
          onClick={() => setOpen('rename')}
        >
          {t('profile.passkeys.rename')}
        </Button>
        <Button
          variant="default"
          size="xs"
          aria-label={t('profile.passkeys.remove.named', { name })}
          onClick={() => setOpen('remove')}
        >
          {t('profile.passkeys.remove')}
        </Button>
      </Group>
      <RenameWindow passkey={passkey} opened={open === 'rename'} close={() => setOpen(null)} />
      <RemoveWindow own={own} passkey={passkey} opened={open === 'remove'} close={() => setOpen(null)} />
    </li>
  );
}

function RenameWindow({ passkey, opened, close }: WindowProps) {
  const t = useTexts();
  const form = useCallForm(renamePasskey, {
    initial: { name: passkey.name },
    input: ({ name }) => ({ passkey: passkey.id, name }),
    refresh: ['me', 'audit', 'users'],
    done: (_output, { name }) => {
      close();
      noticeDone(t('profile.passkeys.renamed', { name }));
    },
  });
  return (
    <Dialog opened={opened} close={close} title={t('profile.passkeys.rename.named', { name: passkey.name })}>
      <CallForm form={form}>
        <Stack>
          <TextInput
            label={t('profile.passkeys.name')}
            maxLength={60}
            data-autofocus
            {...form.field('name')}
          />
          <SaveButtons sending={form.sending} close={close} />
        </Stack>
      </CallForm>
    </Dialog>
  );
}

function RemoveWindow({ own, passkey, opened, close }: WindowProps & { own: OwnFactors }) {
  const t = useTexts();
  const { name } = passkey;
  const remove = useAct(removePasskey, {
    refresh: ['me', 'audit', 'users'],
    done: () => {
      close();
      noticeDone(t('profile.passkeys.removed', { name }));
    },
  });
  const last = isLastFactor(own);
  return (
    <ConfirmDialog
      opened={opened}
      close={close}
      title={t('profile.passkeys.remove.title', { name })}
      confirm={t('profile.passkeys.remove')}
      danger
      busy={remove.isPending}
      disabled={last && own.required}
      problem={remove.error}
      act={() => remove.mutate({ input: { passkey: passkey.id } })}
    >
      <Stack gap="xs">
        <Text size="sm">{t('profile.passkeys.remove.text')}</Text>
        {last && <LastFactor own={own} />}
      </Stack>
    </ConfirmDialog>
  );
}
