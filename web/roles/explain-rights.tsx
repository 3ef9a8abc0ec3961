import { Button, Skeleton, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { OutputOf } from '../../contract/endpoint.ts';
import { explainPermissions, type permissionSourceShape } from '../../contract/roles.ts';
import { useDates } from '../kit/dates.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Note } from '../kit/note.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { type Texts, useTexts } from '../kit/texts.tsx';
import { groupPermissions } from './permission-groups.ts';
import classes from './roles.module.css';

type Person = { id: string; name: string; admin: boolean };
type Explained = OutputOf<typeof explainPermissions>;
type Source = z.infer<typeof permissionSourceShape>;

/** The button that tells what somebody may do, and why: every right with every source of it. */
export function ExplainRights({ user }: { user: Person }) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconHelpCircle size={16} aria-hidden />}
        classNames={{ root: classes.explain, label: classes.explainLabel }}
        onClick={() => setOpened(true)}
      >
        {t('roles.explain')}
      </Button>
      <Dialog
        opened={opened}
        close={() => setOpened(false)}
        title={t('roles.explain.title', { name: user.name })}
        size="lg"
      >
        {opened && <Explanation user={user} />}
      </Dialog>
    </>
  );
}

function Explanation({ user }: { user: Person }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(queryOf(explainPermissions, { id: user.id }));
  if (!data) {
    return error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <Skeleton height={240} />;
  }
  return (
    <div className={classes.explained}>
      {!data.counts && (
        <Note icon={<IconHelpCircle size={18} />} tone="warning">
          {t('roles.explain.no-count', { name: user.name })}
        </Note>
      )}
      {data.items.length === 0 && <Text>{t('roles.explain.nothing', { name: user.name })}</Text>}
      {user.admin && data.items.length > 0 && <Text>{t('roles.explain.admin', { name: user.name })}</Text>}
      <Rights items={data.items} />
    </div>
  );
}

function Rights({ items }: { items: Explained['items'] }) {
  const t = useTexts();
  const dates = useDates();
  const groups = groupPermissions(items.map(({ permission }) => permission));
  return groups.map((group) => (
    <section key={group.name}>
      <h3>{t(group.text)}</h3>
      <dl>
        {group.permissions.map((permission) => (
          <div key={permission} className={classes.line}>
            <dt>{t(`permissions.${permission}`)}</dt>
            <dd>
              {items
                .find((item) => item.permission === permission)
                ?.sources.map((source) => sourceInWords(source, t, dates))
                .join('; ')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function sourceInWords(source: Source, t: Texts, dates: ReturnType<typeof useDates>): string {
  const { kind, endsOn } = source;
  const role = source.role?.name ?? '';
  if (kind === 'organisation-role') {
    return t('roles.explain.from.organisation-role', {
      role,
      organisation: source.organisation?.name ?? '',
    });
  }
  if (kind === 'role' && endsOn !== null) {
    return t('roles.explain.from.role.until', { role, day: dates.day(endsOn) });
  }
  return t(`roles.explain.from.${kind}`, { role });
}
