import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Permission } from '../../contract/permissions.ts';
import { getChoices } from '../../contract/settings.ts';
import { createToken } from '../../contract/tokens.ts';
import { CallForm } from '../kit/call-form.tsx';
import { CopyButton } from '../kit/copy-button.tsx';
import { DayField } from '../kit/day-field.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './profile.module.css';
import { TokenRights } from './token-rights.tsx';

type Made = { name: string; token: string };

/** Makes an API token, and shows its secret the one time that it can be seen. */
export function CreateTokenDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const t = useTexts();
  const [made, setMade] = useState<Made | null>(null);
  const end = () => {
    close();
    setMade(null);
  };
  return (
    <Dialog
      opened={opened}
      close={end}
      size="lg"
      title={made ? t('tokens.made.title', { name: made.name }) : t('tokens.create.title')}
    >
      {made ? <ShowSecret made={made} close={end} /> : <TokenForm close={end} done={setMade} />}
    </Dialog>
  );
}

function TokenForm({ close, done }: { close: () => void; done: (made: Made) => void }) {
  const t = useTexts();
  const { data } = useQuery(queryOf(getChoices, {}));
  const form = useCallForm(createToken, {
    initial: { name: '', permissions: [] as Permission[], endsOn: '' },
    refresh: ['tokens'],
    check: ({ name, permissions, endsOn }) => ({
      name: name.trim() === '' ? t('fields.required') : undefined,
      permissions: permissions.length === 0 ? t('tokens.rights.required') : undefined,
      endsOn: endsOn === '' ? t('fields.required') : undefined,
    }),
    done,
  });
  return (
    <CallForm form={form} label={t('tokens.create.title')}>
      <Stack>
        <TextInput
          label={t('tokens.name')}
          description={t('tokens.name.about')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          data-autofocus
          {...form.field('name')}
        />
        <DayField
          label={t('tokens.ends-on')}
          description={t('tokens.ends-on.about')}
          min={data?.today}
          {...form.field('endsOn')}
        />
        <TokenRights {...form.field('permissions')} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('kit.cancel')}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t('tokens.create')}
          </Button>
        </Group>
      </Stack>
    </CallForm>
  );
}

function ShowSecret({ made, close }: { made: Made; close: () => void }) {
  const t = useTexts();
  return (
    <Stack>
      <Alert color="yellow" icon={<IconKey size={18} aria-hidden />}>
        {t('tokens.made.once')}
      </Alert>
      <code className={classes.secret}>{made.token}</code>
      <Text size="sm">{t('tokens.made.use')}</Text>
      <code className={classes.secret}>Authorization: Bearer {made.token.slice(0, 12)}…</code>
      <Group justify="flex-end" gap="xs">
        <CopyButton text={made.token} label={t('tokens.made.copy')} />
        <Button onClick={close}>{t('tokens.made.close')}</Button>
      </Group>
    </Stack>
  );
}
