import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { createOrganisation } from '../../contract/organisations.ts';
import { CallForm } from '../kit/call-form.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useTexts } from '../kit/texts.tsx';

/** Asks for the name of a new organisation and goes to its page. */
export function CreateOrganisation({ close }: { close: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const form = useCallForm(createOrganisation, {
    initial: { name: '' },
    refresh: ['organisations', 'audit'],
    done: ({ id, name }) => {
      noticeDone(t('organisations.create.done', { name }));
      void navigate({ to: '/organisations/$id', params: { id } });
    },
  });
  return (
    <Dialog opened close={close} title={t('organisations.create')}>
      <CallForm form={form} label={t('organisations.create')}>
        <Stack>
          <TextInput
            label={t('organisations.field.name')}
            withAsterisk
            aria-required
            data-autofocus
            {...form.field('name')}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('kit.cancel')}
            </Button>
            <Button type="submit" loading={form.sending}>
              {t('organisations.create')}
            </Button>
          </Group>
        </Stack>
      </CallForm>
    </Dialog>
  );
}
