import { Badge, CloseButton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { User } from '../../contract/user-shapes.ts';
import { useDates } from '../kit/dates.ts';
import { TextLink } from '../kit/links.tsx';
import type { Pick } from '../kit/pick-many.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { DefaultSender } from './default-sender.tsx';
import { ChooseGroups } from './groups-field.tsx';
import { fieldOfKind, heldFieldsOf } from './held-fields.ts';
import type { UserDraft } from './use-user-draft.tsx';
import classes from './user-page.module.css';
import { WhyNot } from './why-not.tsx';

type Link = User['groups'][number];

/** What this person is linked to. Saved with the rest of the page; days and managing are changed on the group's page. */
export function GroupsSection({ user, draft }: { user: User; draft: UserDraft }) {
  const t = useTexts();
  const mayChange = user.allowed.includes('groups');
  const held = heldFieldsOf(user);
  const isHeld = (id: string) =>
    user.groups.some((group) => group.id === id && held.has(fieldOfKind[group.kind]));
  const [picked, setPicked] = useState<Pick[]>([]);
  const known: Pick[] = [...user.groups, ...picked];
  const chosen = draft.draft.groups.flatMap((id) => known.find((one) => one.id === id) ?? []);
  const change = (next: Pick[]) => {
    setPicked((before) => [...before, ...next]);
    draft.change({ groups: next.map(({ id }) => id) });
  };
  return (
    <Section title={t('groups.user.title')} about={mayChange ? undefined : <WhyNot needs="groups.change" />}>
      <Stack>
        {chosen.length === 0 && <Text c="dimmed">{t('groups.user.none')}</Text>}
        {chosen.length > 0 && (
          <ul className={classes.periods} aria-label={t('groups.user.title')}>
            {chosen.map((one) => (
              <li key={one.id} className={classes.period}>
                <LinkedGroup name={one.name} link={user.groups.find(({ id }) => id === one.id)} />
                {isHeld(one.id) && (
                  <Text span size="sm" c="dimmed">
                    {t('personnel-files.user.field')}
                  </Text>
                )}
                {mayChange && !isHeld(one.id) && (
                  <CloseButton
                    size="sm"
                    aria-label={t('kit.pick.remove', { name: one.name })}
                    onClick={() => change(chosen.filter(({ id }) => id !== one.id))}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {draft.errors.groups && (
          <Text size="sm" c="var(--mantine-color-error)">
            {draft.errors.groups}
          </Text>
        )}
        {mayChange && <ChooseGroups chosen={chosen} change={change} />}
        <DefaultSender user={user} />
      </Stack>
    </Section>
  );
}

function LinkedGroup({ name, link }: { name: string; link: Link | undefined }) {
  const t = useTexts();
  const may = useMay();
  const dates = useDates();
  if (!link) {
    return (
      <span>
        {name}{' '}
        <Text span size="sm" c="dimmed">
          {t('groups.user.new')}
        </Text>
      </span>
    );
  }
  const since = dates.day(link.since);
  const period =
    link.until === null
      ? t('groups.user.since', { since })
      : t('groups.user.period', { since, until: dates.day(link.until) });
  return (
    <>
      {may('groups.view') ? (
        <TextLink to="/groups/$id" params={{ id: link.id }}>
          {name}
        </TextLink>
      ) : (
        name
      )}
      <Text span size="sm" c="dimmed">
        {[t(`groups.kind.${link.kind}`), link.email, period].filter(Boolean).join(' · ')}
      </Text>
      {link.manager && (
        <Badge variant="light" color="gray" tt="none" fw={550} c="var(--mantine-color-text)">
          {t('groups.user.manager')}
        </Badge>
      )}
    </>
  );
}
