import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reactivateUser } from '../../contract/accounts.ts';
import { getChoices } from '../../contract/settings.ts';
import type { User } from '../../contract/user-shapes.ts';
import { useDates } from '../kit/dates.ts';
import { DayField } from '../kit/day-field.tsx';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useUserAct } from './use-user-act.ts';
import classes from './user-page.module.css';

type Props = { user: User; opened: boolean; close: () => void };

/** Beginning again for somebody who has left; for somebody who is about to leave, taking the leave date back. */
export function ReactivateDialog(props: Props) {
  return props.user.state === 'deactivated' ? <BeginAgain {...props} /> : <TakeBack {...props} />;
}

function BeginAgain({ user, opened, close }: Props) {
  const t = useTexts();
  const dates = useDates();
  const { data } = useQuery(queryOf(getChoices, {}));
  const [chosen, setChosen] = useState<string>();
  const day = chosen ?? data?.today ?? '';
  const { name } = user;
  const act = useUserAct(reactivateUser, {
    done: (now) => {
      noticeDone(
        now.state === 'starting'
          ? t('users.reactivate.done.ahead', { name, day: dates.day(day) })
          : t('users.reactivate.done', { name }),
      );
      close();
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      close={close}
      title={t('users.reactivate.title', { name })}
      confirm={t('users.reactivate.submit')}
      disabled={day === ''}
      busy={act.busy}
      problem={act.problem}
      act={() => act.run({ id: user.id, startsOn: day }, user.version)}
    >
      <DayField label={t('fields.name.startsOn')} name="startsOn" value={day} onChange={setChosen} required />
      <Stack gap={4}>
        <Text>{t('users.reactivate.about')}</Text>
        <ComingBack user={user} />
      </Stack>
    </ConfirmDialog>
  );
}

function ComingBack({ user }: { user: User }) {
  const t = useTexts();
  const names = user.roles.map(({ name }) => name).join(', ');
  return (
    <ul className={classes.lost}>
      <li>{t(user.activatedAt === null ? 'users.reactivate.sign-in.new' : 'users.reactivate.sign-in')}</li>
      {user.locked && <li>{t('users.reactivate.locked')}</li>}
      <li>{t('users.reactivate.roles', { count: user.roles.length, names })}</li>
      <li>{t('users.reactivate.billed')}</li>
    </ul>
  );
}

function TakeBack({ user, opened, close }: Props) {
  const t = useTexts();
  const dates = useDates();
  const { name, leavesOn } = user;
  const act = useUserAct(reactivateUser, {
    done: () => {
      noticeDone(t('users.reactivate.take-back.done', { name }));
      close();
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      close={close}
      title={t('users.reactivate.take-back.title', { name })}
      confirm={t('users.membership.take-back')}
      busy={act.busy}
      problem={act.problem}
      act={() => act.run({ id: user.id }, user.version)}
    >
      <Text>
        {t('users.reactivate.take-back.about', { name, day: leavesOn === null ? '' : dates.day(leavesOn) })}
      </Text>
    </ConfirmDialog>
  );
}
