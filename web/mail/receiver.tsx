import { Text } from '@mantine/core';
import type { MailListed } from '../../contract/mail.ts';
import { TextLink } from '../kit/links.tsx';
import { useMay } from '../session/session.ts';
import classes from './mail.module.css';

/** To whom a mail goes: the person, as a link where one may see people, and the address. */
export function Receiver({ mail }: { mail: Pick<MailListed, 'to' | 'user'> }) {
  const may = useMay();
  if (!mail.user) return <>{mail.to}</>;
  return (
    <>
      {may('users.view') ? (
        <TextLink to="/users/$id" params={{ id: mail.user.id }}>
          {mail.user.name}
        </TextLink>
      ) : (
        mail.user.name
      )}
      <Text size="sm" c="dimmed" className={classes.address}>
        {mail.to}
      </Text>
    </>
  );
}
