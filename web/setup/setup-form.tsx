import { Alert, Button, Fieldset, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { setUp } from '../../contract/setup.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { NewPasswordField } from '../kit/password-field.tsx';
import { useLocale, useTexts } from '../kit/texts.tsx';
import { brandingQuery, sessionQuery, useBranding } from '../session/session.ts';

/** The form of the first run. The language is the one that the page is in. */
export function SetupForm({ token }: { token: string }) {
  const t = useTexts();
  const { passwordPolicy } = useBranding();
  const form = useSetupForm(token);
  const { organisationName, firstName, lastName, email } = form.values;
  return (
    <CallForm form={form} guard>
      <Stack gap="lg">
        {form.problem?.code === 'setup.wrong-token' && <Alert color="gray">{t('setup.wrong.text')}</Alert>}
        <Fieldset legend={t('setup.organisation')} variant="unstyled">
          <TextInput
            label={t('setup.organisation.name')}
            autoComplete="organization"
            autoFocus
            required
            {...form.field('organisationName')}
          />
        </Fieldset>
        <Fieldset legend={t('setup.you')} variant="unstyled">
          <Stack>
            <Names form={form} />
            <TextInput
              label={t('fields.name.email')}
              type="email"
              autoComplete="username"
              required
              {...form.field('email')}
            />
            <NewPasswordField
              label={t('setup.password')}
              policy={passwordPolicy}
              required
              words={[firstName, lastName, email, organisationName].filter(Boolean)}
              token={token}
              {...form.field('password')}
            />
          </Stack>
        </Fieldset>
        <Radio.Group label={t('setup.start')} {...form.field('start')}>
          <Stack gap="xs" mt={8}>
            {(['empty', 'demo'] as const).map((start) => (
              <Radio
                key={start}
                value={start}
                label={t(`setup.start.${start}`)}
                description={t(`setup.start.${start}.about`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Button type="submit" fullWidth loading={form.sending}>
          {t('setup.submit')}
        </Button>
      </Stack>
    </CallForm>
  );
}

function useSetupForm(token: string) {
  const t = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { language, timeZone } = useLocale();
  return useCallForm(setUp, {
    initial: {
      organisationName: '',
      firstName: '',
      infix: '',
      lastName: '',
      email: '',
      password: '',
      start: 'empty',
    },
    input: ({ start, ...values }) => ({ ...values, token, language, timeZone, demo: start === 'demo' }),
    refresh: ['setup'],
    check: ({ password }) => ({ password: password === '' ? t('fields.required') : undefined }),
    done: async (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      await client.fetchQuery({ ...brandingQuery, staleTime: 0 });
      noticeDone(t('setup.done'));
      await navigate({ to: '/', replace: true });
    },
  });
}

function Names({ form }: { form: ReturnType<typeof useSetupForm> }) {
  const t = useTexts();
  return (
    <Group grow preventGrowOverflow={false} align="flex-start" wrap="wrap">
      <TextInput
        label={t('fields.name.firstName')}
        autoComplete="given-name"
        required
        miw={130}
        {...form.field('firstName')}
      />
      <TextInput label={t('fields.name.infix')} maw={120} {...form.field('infix')} />
      <TextInput
        label={t('fields.name.lastName')}
        autoComplete="family-name"
        required
        miw={130}
        {...form.field('lastName')}
      />
    </Group>
  );
}
