import { Button, Checkbox, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteUser, previewRemoval } from '../../contract/accounts.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { isTextKey } from '../../contract/texts.ts';
import type { User } from '../../contract/user-shapes.ts';
import { getUser } from '../../contract/users.ts';
import { useDates } from '../kit/dates.ts';
import { Dialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { LeaveForm } from './leave-dialog.tsx';
import { lastList } from './list-address.ts';
import { affected } from './use-user-act.ts';
import classes from './user-page.module.css';

type Preview = OutputOf<typeof previewRemoval>;
type Props = { user: User; close: () => void };

/** Two ways to end an account, and what each does to this person. `leave` forgets what is unsaved on the page. */
export function EndDialog(props: Props & { opened: boolean; leave: () => void }) {
  const t = useTexts();
  const { user, opened, close, leave } = props;
  return (
    <Dialog opened={opened} close={close} title={t('users.end.title', { name: user.name })} size="lg">
      <Ways user={user} close={close} leave={leave} />
    </Dialog>
  );
}

function Ways({ user, close, leave }: Props & { leave: () => void }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery({ ...queryOf(previewRemoval, { id: user.id }), staleTime: 0 });
  if (!data) {
    return error ? (
      <ProblemAlert problem={error} retry={() => void refetch()} />
    ) : (
      <Skeleton height={260} radius={8} />
    );
  }
  return (
    <div className={classes.ways}>
      <Text>{t('users.end.about')}</Text>
      <KeepWay user={user} close={close} preview={data} />
      <DeleteWay user={user} close={close} preview={data} leave={leave} />
    </div>
  );
}

function KeepWay({ user, close, preview }: Props & { preview: Preview }) {
  const t = useTexts();
  const dates = useDates();
  const [filling, setFilling] = useState(false);
  const { allowed, why } = preview.deactivate;
  const ended = why === 'employment.ended-already' && preview.leavesOn;
  return (
    <section className={classes.way}>
      <Title order={3}>{t('users.end.keep')}</Title>
      <Text size="sm">{t('users.end.keep.about', { name: preview.name })}</Text>
      {!allowed && (
        <Reason why={why} text={ended ? t('users.end.ended', { day: dates.day(ended) }) : undefined} />
      )}
      {allowed && !filling && (
        <Group>
          <Button variant="default" onClick={() => setFilling(true)}>
            {t('users.end.membership')}
          </Button>
        </Group>
      )}
      {allowed && filling && <LeaveForm user={user} close={close} />}
    </section>
  );
}

function DeleteWay({ user, close, preview, leave }: Props & { preview: Preview; leave: () => void }) {
  const t = useTexts();
  const [understood, setUnderstood] = useState(false);
  const erase = useDelete(user, close, leave);
  const { name } = preview;
  return (
    <section className={classes.way}>
      <Title order={3}>{t('users.end.delete')}</Title>
      <Text size="sm">{t('users.end.delete.about', { name })}</Text>
      <Lost counts={preview.counts} />
      {preview.delete.allowed ? (
        <>
          <ProblemAlert problem={erase.error} />
          <Checkbox
            label={t('users.end.understand', { name })}
            checked={understood}
            onChange={(event) => setUnderstood(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button
              color="red.8"
              disabled={!understood}
              loading={erase.isPending}
              onClick={() =>
                erase.mutate({ input: { id: user.id, acknowledged: understood }, version: user.version })
              }
            >
              {t('users.end.submit')}
            </Button>
          </Group>
        </>
      ) : (
        <Reason why={preview.delete.why} />
      )}
    </section>
  );
}

/** Afterwards the list, because the page is gone. */
function useDelete(user: User, close: () => void, leave: () => void) {
  const t = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const act = useAct(deleteUser, {
    done: async () => {
      leave();
      close();
      await navigate({ to: '/users', search: lastList() });
      client.removeQueries({ queryKey: queryOf(getUser, { id: user.id }).queryKey });
      for (const feature of affected) void client.invalidateQueries({ queryKey: [feature] });
      noticeDone(t('users.end.done', { name: user.name }));
    },
  });
  return act;
}

function Lost({ counts }: { counts: Preview['counts'] }) {
  const t = useTexts();
  const kinds = Object.entries(counts) as [keyof Preview['counts'], number][];
  return (
    <Stack gap={4}>
      <Text size="sm" fw={550}>
        {t('users.end.lost')}
      </Text>
      <ul className={classes.lost}>
        <li>{t('users.end.lost.record')}</li>
        {kinds.map(
          ([kind, count]) => count > 0 && <li key={kind}>{t(`users.end.lost.${kind}`, { count })}</li>,
        )}
      </ul>
    </Stack>
  );
}

function Reason({ why, text }: { why: string | null; text?: string }) {
  const t = useTexts();
  const words = text ?? (why !== null && isTextKey(why) ? t(why) : t('session.not-allowed'));
  return (
    <Text size="sm" className={classes.note}>
      {words}
    </Text>
  );
}
