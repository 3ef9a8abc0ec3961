import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  addStaffMembership,
  changeStaffMembership,
  removeStaffMembership,
} from '../../contract/employees.ts';
import type { User } from '../../contract/user-shapes.ts';
import { useDates } from '../kit/dates.ts';
import { DayField } from '../kit/day-field.tsx';
import { ConfirmDialog, Dialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useUserAct } from './use-user-act.ts';

type Period = User['staffMemberships'][number];

/** A period to change or remove; without one: a new one. */
export type AskedPeriod = { act: 'save'; period: Period | null } | { act: 'remove'; period: Period };

const icons = { save: IconPencil, remove: IconTrash };

/** Beside a period: changing and removing it. */
export function PeriodActs({ period, ask }: { period: Period; ask: (asked: AskedPeriod) => void }) {
  const t = useTexts();
  const dates = useDates();
  const day = dates.day(period.startsOn);
  const words = { save: t('employment.edit', { day }), remove: t('employment.remove', { day }) };
  return (['save', 'remove'] as const).map((act) => {
    const Icon = icons[act];
    return (
      <ActionIcon
        key={act}
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={words[act]}
        title={words[act]}
        onClick={() => ask({ act, period })}
      >
        <Icon size={15} aria-hidden />
      </ActionIcon>
    );
  });
}

type Props = { user: User; close: () => void };

export function PeriodDialogs({ user, asked, close }: Props & { asked: AskedPeriod }) {
  const t = useTexts();
  if (asked.act === 'remove') return <RemovePeriod user={user} period={asked.period} close={close} />;
  const title = asked.period === null ? 'employment.add.title' : 'employment.edit.title';
  return (
    <Dialog opened close={close} title={t(title, { name: user.name })}>
      <SavePeriod user={user} period={asked.period} close={close} />
    </Dialog>
  );
}

function SavePeriod({ user, period, close }: Props & { period: Period | null }) {
  const t = useTexts();
  const [startsOn, setStart] = useState(period?.startsOn ?? '');
  const [leavesOn, setLeave] = useState(period?.leavesOn ?? '');
  const done = () => {
    close();
    noticeDone(t('employment.saved', { name: user.name }));
  };
  const add = useUserAct(addStaffMembership, { done });
  const change = useUserAct(changeStaffMembership, { done });
  const act = period ? change : add;
  const wrong = (field: string) => act.problem?.fields.find((one) => one.field === field)?.message;
  const backwards = leavesOn !== '' && leavesOn < startsOn;
  const save = () => {
    const days = { id: user.id, startsOn, leavesOn: leavesOn || null };
    if (period) change.run({ ...days, membership: period.id }, user.version);
    else add.run(days, user.version);
  };
  return (
    <Stack>
      <ProblemAlert problem={wrong('startsOn') || wrong('leavesOn') ? null : act.problem} />
      <DayField
        label={t('fields.name.startsOn')}
        name="startsOn"
        value={startsOn}
        onChange={setStart}
        required
        error={wrong('startsOn')}
      />
      <DayField
        label={t('fields.name.leavesOn')}
        name="leavesOn"
        value={leavesOn}
        onChange={setLeave}
        description={t('employment.leave.about')}
        error={backwards ? t('employment.leave-before-start') : wrong('leavesOn')}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {t('kit.cancel')}
        </Button>
        <Button onClick={save} loading={act.busy} disabled={startsOn === '' || backwards}>
          {t('kit.save')}
        </Button>
      </Group>
    </Stack>
  );
}

function RemovePeriod({ user, period, close }: Props & { period: Period }) {
  const t = useTexts();
  const dates = useDates();
  const { name } = user;
  const act = useUserAct(removeStaffMembership, {
    done: () => {
      close();
      noticeDone(t('employment.removed', { name }));
    },
  });
  return (
    <ConfirmDialog
      opened
      close={close}
      title={t('employment.remove.title', { name })}
      confirm={t('employment.remove', { day: dates.day(period.startsOn) })}
      danger
      busy={act.busy}
      problem={act.problem}
      act={() => act.run({ id: user.id, membership: period.id }, user.version)}
    >
      <Text>{t('employment.remove.about', { name })}</Text>
    </ConfirmDialog>
  );
}
