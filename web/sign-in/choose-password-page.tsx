import { Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { activateAccount, resetPassword } from '../../contract/sign-in.ts';
import { locales } from '../../contract/texts.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { NewPasswordField } from '../kit/password-field.tsx';
import { useLocale, useTexts } from '../kit/texts.tsx';
import { useBranding } from '../session/session.ts';
import { DoorPage } from '../shell/door-page.tsx';
import { DeclineInvitation } from './decline-invitation.tsx';
import { type LinkFacts, MailedLink } from './mailed-link.tsx';

/** Where activation and reset links lead: choosing a password. Opening it changes nothing. */
export function ChoosePasswordPage() {
  return (
    <MailedLink
      usable={(link, token) =>
        link.purpose === 'email' ? (
          <Navigate to="/confirm-email" hash={token} replace />
        ) : (
          <ChoosePassword link={link} purpose={link.purpose} token={token} />
        )
      }
    />
  );
}

function ChoosePassword(props: { link: LinkFacts; purpose: 'activation' | 'reset'; token: string }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { passwordPolicy } = useBranding();
  const { link, purpose, token } = props;
  const { email, name, asksName } = link;
  const told = purpose === 'activation' ? 'activated' : 'reset';
  const form = useCallForm(purpose === 'activation' ? activateAccount : resetPassword, {
    initial: {
      password: '',
      firstName: link.firstName,
      infix: link.infix ?? '',
      lastName: link.lastName,
    },
    input: ({ password, ...name }) => ({ token, password, ...(asksName ? name : {}) }),
    check: ({ password }) => ({ password: password === '' ? t('fields.required') : undefined }),
    done: () => void navigate({ to: '/sign-in', replace: true, state: { arrival: { told, email } } }),
  });
  const [declined, setDeclined] = useState(false);
  const { language } = useLocale();
  if (declined) {
    return (
      <DoorPage key="no" title={t('invitation.declined.title')} about={t('invitation.declined.about')} />
    );
  }
  const organisations = new Intl.ListFormat(locales[language]).format(link.organisations);
  const by = { by: link.invitedBy ?? '', hasBy: link.invitedBy ? 'yes' : 'no' };
  const invited = organisations !== '';
  return (
    <DoorPage
      title={invited ? t('invitation.title', { organisations }) : t(`links.${purpose}.title`, { name })}
      about={invited ? t('invitation.about', { email, ...by }) : t(`links.${purpose}.about`, { email })}
    >
      <CallForm form={form}>
        <Stack>
          {/* Password managers keep the password with the name that stands before it. */}
          <TextInput
            label={t('links.username')}
            type="email"
            autoComplete="username"
            value={email}
            readOnly
            variant="filled"
          />
          {asksName && (
            <Fieldset variant="unstyled" legend={<Text size="sm">{t('links.name.about')}</Text>}>
              <Group grow align="start" gap="xs" preventGrowOverflow={false}>
                <TextInput
                  label={t('fields.name.firstName')}
                  autoComplete="given-name"
                  {...form.field('firstName')}
                />
                <TextInput label={t('fields.name.infix')} {...form.field('infix')} />
                <TextInput
                  label={t('fields.name.lastName')}
                  autoComplete="family-name"
                  {...form.field('lastName')}
                />
              </Group>
            </Fieldset>
          )}
          <NewPasswordField
            label={t('links.password')}
            policy={passwordPolicy}
            words={link.words}
            token={token}
            twoFactor={link.twoFactor}
            autoFocus
            {...form.field('password')}
          />
          <Button type="submit" fullWidth loading={form.sending}>
            {t(invited ? 'invitation.accept' : `links.${purpose}.submit`)}
          </Button>
          {link.mayDecline && (
            <DeclineInvitation
              token={token}
              organisations={organisations}
              declined={() => setDeclined(true)}
            />
          )}
        </Stack>
      </CallForm>
    </DoorPage>
  );
}
