import { Button, Group, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getOwnSecondFactors } from '../../contract/second-factors.ts';
import { changeOwnPassword } from '../../contract/sign-in.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { CurrentPasswordField, NewPasswordField } from '../kit/password-field.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { sessionQuery, useBranding, useSession } from '../session/session.ts';

/** Choosing a new password for oneself, with the current one as proof. */
export function ChangePassword() {
  const t = useTexts();
  const client = useQueryClient();
  const { user } = useSession();
  const { passwordPolicy, organisationName } = useBranding();
  const { data: factors } = useQuery(queryOf(getOwnSecondFactors, {}));
  const empty = { current: '', password: '' };
  const form = useCallForm(changeOwnPassword, {
    initial: empty,
    refresh: ['me'],
    check: ({ current, password }) => ({
      current: current === '' ? t('fields.required') : undefined,
      password: password === '' ? t('fields.required') : undefined,
    }),
    done: (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      form.restart(empty);
      noticeDone(t('profile.password.done'));
    },
  });
  return (
    <Section title={t('profile.password')} about={t('profile.password.about')}>
      <CallForm form={form} guard label={t('profile.password')}>
        <Stack>
          <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
          <CurrentPasswordField label={t('profile.password.current')} {...form.field('current')} />
          <NewPasswordField
            label={t('profile.password.new')}
            policy={passwordPolicy}
            words={[organisationName, user.email, ...user.name.split(' ')]}
            twoFactor={factors && (factors.app !== null || factors.passkeys.length > 0)}
            {...form.field('password')}
          />
          <Group>
            <Button type="submit" loading={form.sending}>
              {t('profile.password.submit')}
            </Button>
          </Group>
        </Stack>
      </CallForm>
    </Section>
  );
}
