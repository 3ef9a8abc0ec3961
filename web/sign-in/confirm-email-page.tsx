import { Button } from '@mantine/core';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { confirmEmail } from '../../contract/sign-in.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { DoorPage } from '../shell/door-page.tsx';
import { type LinkFacts, MailedLink } from './mailed-link.tsx';

/** Where the link to a new address leads: a button confirms it, opening changes nothing. */
export function ConfirmEmailPage() {
  return (
    <MailedLink
      usable={(link, token) =>
        link.purpose === 'email' ? (
          <ConfirmEmail link={link} token={token} />
        ) : (
          <Navigate to={link.purpose === 'activation' ? '/activate' : '/reset'} hash={token} replace />
        )
      }
    />
  );
}

function ConfirmEmail({ link, token }: { link: LinkFacts; token: string }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { email } = link;
  const confirm = useAct(confirmEmail, {
    refresh: ['session'],
    done: () =>
      void navigate({ to: '/sign-in', replace: true, state: { arrival: { told: 'confirmed', email } } }),
  });
  return (
    <DoorPage title={t('links.email.title')} about={t('links.email.about', { email })}>
      <ProblemAlert problem={confirm.error} />
      <Button onClick={() => confirm.mutate({ input: { token } })} loading={confirm.isPending}>
        {t('links.email.submit')}
      </Button>
    </DoorPage>
  );
}
