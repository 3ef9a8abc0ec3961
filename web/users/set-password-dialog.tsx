import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setPassword } from '../../contract/sign-in.ts';
import type { User } from '../../contract/user-shapes.ts';
import { getUser } from '../../contract/users.ts';
import { CallForm } from '../kit/call-form.tsx';
import { CopyButton } from '../kit/copy-button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { NewPasswordField } from '../kit/password-field.tsx';
import { queryOf } from '../kit/queries.ts';
import { SaveButtons } from '../kit/save-buttons.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useBranding } from '../session/session.ts';
import { affected } from './use-user-act.ts';
import classes from './user-page.module.css';

type Props = { user: User; close: () => void };
type Chosen = { password: string; mustChange: boolean };

/** Sets somebody's password, and afterwards shows it once more to be handed over: nobody else tells them. */
export function SetPasswordDialog({ user, opened, close }: Props & { opened: boolean }) {
  const t = useTexts();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const end = () => {
    close();
    setChosen(null);
  };
  const title = chosen ? 'users.password.done.title' : 'users.password.title';
  return (
    <Dialog opened={opened} close={end} title={t(title, { name: user.name })}>
      {chosen ? (
        <HandOver user={user} chosen={chosen} close={end} />
      ) : (
        <PasswordForm user={user} close={end} done={setChosen} />
      )}
    </Dialog>
  );
}

function PasswordForm({ user, close, done }: Props & { done: (chosen: Chosen) => void }) {
  const t = useTexts();
  const client = useQueryClient();
  const { passwordPolicy, organisationName } = useBranding();
  const { name } = user;
  const form = useCallForm(setPassword, {
    initial: { password: '', mustChange: true },
    input: (values) => ({ id: user.id, ...values }),
    refresh: affected,
    check: ({ password }) => ({ password: password === '' ? t('fields.required') : undefined }),
    done: (now, values) => {
      client.setQueryData(queryOf(getUser, { id: user.id }).queryKey, now);
      done(values);
    },
  });
  return (
    <CallForm form={form} label={t('users.password.title', { name })}>
      <Stack>
        <Alert color="yellow" icon={<IconMessageOff size={18} aria-hidden />}>
          {t('users.password.not-told', { name })} {t('users.password.sessions', { count: user.sessions })}
        </Alert>
        <NewPasswordField
          label={t('users.password.field')}
          policy={passwordPolicy}
          words={[organisationName, user.email, user.username, ...name.split(' ')]}
          twoFactor={user.secondFactors.app || user.secondFactors.passkeys > 0}
          generate
          autoFocus
          {...form.field('password')}
        />
        <Checkbox
          label={t('users.password.must-change')}
          description={t('users.password.must-change.about', { name })}
          classNames={{ description: classes.about }}
          {...form.tick('mustChange')}
        />
        <SaveButtons sending={form.sending} close={close} />
      </Stack>
    </CallForm>
  );
}

function HandOver({ user, chosen, close }: Props & { chosen: Chosen }) {
  const t = useTexts();
  const { name } = user;
  return (
    <Stack>
      <Text>
        {t('users.password.not-told', { name })} {t('users.password.done.hand-over')}
      </Text>
      <code className={classes.password}>{chosen.password}</code>
      {chosen.mustChange && <Text size="sm">{t('users.password.done.must-change', { name })}</Text>}
      {user.locked && <Text className={classes.note}>{t('users.password.done.still-locked')}</Text>}
      <Group justify="flex-end" gap="xs">
        <CopyButton text={chosen.password} label={t('users.password.copy')} />
        <Button onClick={close} data-autofocus>
          {t('users.password.done.close')}
        </Button>
      </Group>
    </Stack>
  );
}
