import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { changeView, createView, deleteView, listViews, type View } from '../../contract/views.ts';
import { CallForm } from '../kit/call-form.tsx';
import { ConfirmDialog, Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

type Props = { address: string; close: () => void };

/** Asks how a new view is called, or how one is called from now on and what it shows. */
export function SaveDialog({ view, ...props }: Props & { view: View | null }) {
  const t = useTexts();
  return (
    <Dialog
      opened
      close={props.close}
      title={view ? t('views.change.title', { name: view.name }) : t('views.save.title')}
    >
      {view ? <ChangeForm view={view} {...props} /> : <CreateForm {...props} />}
    </Dialog>
  );
}

function CreateForm({ address, close }: Props) {
  const t = useTexts();
  const { data } = useQuery(queryOf(listViews, {}));
  const form = useCallForm(createView, {
    initial: { name: '', shared: false },
    input: (values) => ({ ...values, address }),
    refresh: ['views', 'audit'],
    done: ({ name }) => {
      noticeDone(t('views.saved', { name }));
      close();
    },
  });
  return (
    <CallForm form={form}>
      <Stack>
        <Text>{t('views.save.about')}</Text>
        <TextInput
          label={t('views.name')}
          maxLength={60}
          withAsterisk
          aria-required
          data-autofocus
          {...form.field('name')}
        />
        {data?.mayShare && (
          <Checkbox label={t('views.share')} description={t('views.share.about')} {...form.tick('shared')} />
        )}
        <Buttons close={close} busy={form.sending} />
      </Stack>
    </CallForm>
  );
}

function ChangeForm({ view, address, close }: Props & { view: View }) {
  const t = useTexts();
  const form = useCallForm(changeView, {
    initial: { name: view.name, replace: false },
    input: ({ name, replace }) => ({ id: view.id, name, ...(replace ? { address } : {}) }),
    refresh: ['views', 'audit'],
    done: ({ name }) => {
      noticeDone(t('views.saved', { name }));
      close();
    },
  });
  return (
    <CallForm form={form}>
      <Stack>
        <TextInput
          label={t('views.name')}
          maxLength={60}
          withAsterisk
          aria-required
          data-autofocus
          {...form.field('name')}
        />
        <Checkbox label={t('views.replace')} {...form.tick('replace')} />
        <Buttons close={close} busy={form.sending} />
      </Stack>
    </CallForm>
  );
}

function Buttons({ close, busy }: { close: () => void; busy: boolean }) {
  const t = useTexts();
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={close}>
        {t('kit.cancel')}
      </Button>
      <Button type="submit" loading={busy}>
        {t('kit.save')}
      </Button>
    </Group>
  );
}

/** Asks before a view is deleted; for a shared one it says that it is everybody's. */
export function DeleteDialog({ view, close }: { view: View; close: () => void }) {
  const t = useTexts();
  const { id, name, shared } = view;
  const remove = useAct(deleteView, {
    refresh: ['views', 'audit'],
    done: () => {
      noticeDone(t('views.deleted', { name }));
      close();
    },
  });
  return (
    <ConfirmDialog
      opened
      close={close}
      title={t('views.delete.title', { name })}
      confirm={t('views.delete.submit', { name })}
      danger
      busy={remove.isPending}
      problem={remove.error}
      act={() => remove.mutate({ input: { id } })}
    >
      <Text>{t(shared ? 'views.delete.shared' : 'views.delete.own')}</Text>
    </ConfirmDialog>
  );
}
