import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sendWelcomeMail } from '../../contract/accounts.ts';
import { getChoices } from '../../contract/settings.ts';
import type { User } from '../../contract/user-shapes.ts';
import { useDates } from '../kit/dates.ts';
import { TextLink } from '../kit/links.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { useUserAct } from './use-user-act.ts';
import classes from './user-page.module.css';

/** Whether somebody was asked in, what became of that mail, until when its link lives; and sending it (again). */
export function InvitationState({ user }: { user: User }) {
  const t = useTexts();
  const may = useMay();
  const { data } = useQuery(queryOf(getChoices, {}));
  const noServer = data?.mailServer === false;
  const { name, invitation } = user;
  const send = useUserAct(sendWelcomeMail, {
    tell: true,
    done: () =>
      noticeDone(t(noServer ? 'users.invitation.done.no-server' : 'users.invitation.done', { name })),
  });
  return (
    <div className={classes.invitation}>
      <Text fw={550}>{t('users.invitation.title')}</Text>
      <Sent invitation={invitation} noServer={noServer} />
      {invitation?.mailId && may('mail.view') && (
        <TextLink to="/mail/$id" params={{ id: invitation.mailId }} size="sm">
          {t('users.invitation.open-mail')}
        </TextLink>
      )}
      {user.allowed.includes('welcome-mail') && (
        <Button variant="default" loading={send.busy} onClick={() => send.run({ id: user.id })}>
          {t(invitation === null ? 'users.invitation.send' : 'users.invitation.send-again')}
        </Button>
      )}
    </div>
  );
}

function Sent({ invitation, noServer }: { invitation: User['invitation']; noServer: boolean }) {
  const t = useTexts();
  const dates = useDates();
  if (invitation === null) return <Text size="sm">{t('users.invitation.none')}</Text>;
  const { mailState, sentAt, expiresAt, expired } = invitation;
  const mail =
    mailState === 'sent' && sentAt !== null
      ? t('users.invitation.sent', { moment: dates.moment(sentAt) })
      : mailState === 'failed' || mailState === 'held'
        ? t(`users.invitation.${mailState}`)
        : t(noServer ? 'users.invitation.waiting.no-server' : 'users.invitation.waiting');
  return (
    <Text size="sm">
      {mail}{' '}
      {expired ? (
        <span className={classes.note}>{t('users.invitation.expired')}</span>
      ) : (
        expiresAt && t('users.invitation.valid-until', { moment: dates.moment(expiresAt) })
      )}
    </Text>
  );
}
