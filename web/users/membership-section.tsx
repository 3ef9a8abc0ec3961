import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { getChoices } from '../../contract/settings.ts';
import type { User } from '../../contract/user-shapes.ts';
import type { Search } from '../kit/address-state.ts';
import { useDates } from '../kit/dates.ts';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { heldFieldsOf } from './held-fields.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { type AskedPeriod, PeriodActs, PeriodDialogs } from './period-dialogs.tsx';
import { ReactivateDialog } from './reactivate-dialog.tsx';
import classes from './user-page.module.css';
import { WhyNot } from './why-not.tsx';

/** The periods in which this person belongs here; setting a leave date, taking it back, beginning again. */
export function MembershipSection({ user }: { user: User }) {
  const t = useTexts();
  const [leaving, setLeaving] = useState(false);
  const [asked, setAsked] = useState<AskedPeriod | null>(null);
  const reactivating = useAddressedAct('reactivate');
  const { leavesOn } = user;
  const held = heldFieldsOf(user);
  const isHeld = held.has('startsOn') || held.has('leavesOn');
  const allowed = isHeld ? [] : user.allowed;
  const ended = user.state === 'deactivated';
  const mayChange = allowed.includes('periods');
  const none = !allowed.includes('deactivate') && !allowed.includes('reactivate');
  function aboutOf() {
    if (isHeld) return t('personnel-files.user.field');
    return none ? <WhyNot needs="users.deactivate" /> : t('users.membership.about');
  }
  return (
    <Section title={t('users.membership.title')} about={aboutOf()}>
      <Stack gap="md">
        <Periods user={user} ask={mayChange ? setAsked : undefined} />
        <Group gap="xs">
          {allowed.includes('deactivate') && (
            <Button variant="default" onClick={() => setLeaving(true)}>
              {t(leavesOn === null ? 'users.membership.end' : 'users.membership.change-end')}
            </Button>
          )}
          {mayChange && (
            <Button variant="default" onClick={() => setAsked({ act: 'save', period: null })}>
              {t('employment.add')}
            </Button>
          )}
          {allowed.includes('reactivate') && (
            <Button variant={ended ? 'filled' : 'default'} onClick={reactivating.open}>
              {t(ended ? 'users.membership.reactivate' : 'users.membership.take-back')}
            </Button>
          )}
        </Group>
      </Stack>
      {asked && <PeriodDialogs user={user} asked={asked} close={() => setAsked(null)} />}
      <LeaveDialog user={user} opened={leaving} close={() => setLeaving(false)} />
      {allowed.includes('reactivate') && (
        <ReactivateDialog user={user} opened={reactivating.opened} close={reactivating.close} />
      )}
    </Section>
  );
}

/** A window that the address can open too: `?act=reactivate`. */
function useAddressedAct(name: string) {
  const { act } = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const [opened, setOpened] = useState(act === name);
  return {
    opened,
    open: () => setOpened(true),
    close: () => {
      setOpened(false);
      if (act === name) void navigate({ to: '.', search: {}, replace: true, resetScroll: false });
    },
  };
}

function Periods({ user, ask }: { user: User; ask: ((asked: AskedPeriod) => void) | undefined }) {
  const t = useTexts();
  const dates = useDates();
  const { data } = useQuery(queryOf(getChoices, {}));
  if (user.staffMemberships.length === 0) return <Text c="dimmed">{t('users.membership.none')}</Text>;
  return (
    <ul className={classes.periods}>
      {user.staffMemberships.map(({ id, startsOn, leavesOn }) => {
        const when = data && whenOf(startsOn, leavesOn, data.today);
        return (
          <li key={id} className={classes.period} data-when={when}>
            {leavesOn === null
              ? t('users.membership.from', { day: dates.day(startsOn) })
              : t('users.membership.period', { start: dates.day(startsOn), end: dates.day(leavesOn) })}
            {when && (
              <Badge variant="light" color={when === 'past' ? 'gray' : undefined} tt="none" fw={550}>
                {t(`users.membership.${when}`)}
              </Badge>
            )}
            {ask && <PeriodActs period={{ id, startsOn, leavesOn }} ask={ask} />}
          </li>
        );
      })}
    </ul>
  );
}

function whenOf(startsOn: string, leavesOn: string | null, today: string): 'now' | 'ahead' | 'past' {
  if (startsOn > today) return 'ahead';
  return leavesOn !== null && leavesOn < today ? 'past' : 'now';
}
