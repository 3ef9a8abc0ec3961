import { CloseButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import type { Search } from '../kit/address-state.ts';
import { useDates } from '../kit/dates.ts';
import { TextLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import classes from './list.module.css';
import type { JustCreated } from './list-address.ts';

/** After making a user: who it is, with the way to their page, and what became of the mail. */
export function CreatedNote() {
  const t = useTexts();
  const dates = useDates();
  const navigate = useNavigate();
  const created = useRouterState({ select: (state) => state.location.state.created });
  if (!created) return null;
  const [before = '', after = ''] = t('users.list.saved', { name: '\u0000' }).split('\u0000');
  const close = () =>
    void navigate({
      to: '.',
      search: (search: Search) => search,
      replace: true,
      resetScroll: false,
      state: (state) => ({ ...state, created: undefined }),
    });
  return (
    <div role="status" className={classes.created}>
      <IconCircleCheck size={20} aria-hidden className={classes.createdIcon} />
      <div className={classes.createdText}>
        <div>
          {before}
          <TextLink to="/users/$id" params={{ id: created.id }} inherit fw={600} underline="always">
            {created.name}
          </TextLink>
          {after} {t(`users.list.created.mail.${created.mail.state}`)} <MailLink mail={created.mail} />
        </div>
        {!created.billed && created.startsOn && (
          <div>{t('users.list.created.starts', { day: dates.day(created.startsOn) })}</div>
        )}
      </div>
      <CloseButton aria-label={t('kit.close')} onClick={close} />
    </div>
  );
}

function MailLink({ mail }: { mail: JustCreated['mail'] }) {
  const t = useTexts();
  const may = useMay();
  if (mail.id === null || !may('mail.view')) return null;
  return (
    <TextLink to="/mail/$id" params={{ id: mail.id }} inherit underline="always">
      {t('users.list.created.mail.read')}
    </TextLink>
  );
}
