import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { endSession, endSessions, listSessions } from '../../contract/sessions.ts';
import type { User } from '../../contract/user-shapes.ts';
import { Dialog } from '../kit/dialog.tsx';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { SessionLines } from '../profile/session-lines.tsx';
import { affected } from './use-user-act.ts';

type Props = { user: User; close: () => void };

/** Where somebody is signed in, to end one or all. */
export function SessionsDialog({ user, opened, close }: Props & { opened: boolean }) {
  const t = useTexts();
  return (
    <Dialog
      opened={opened}
      close={close}
      title={t('users.security.sessions.title', { name: user.name })}
      size="lg"
    >
      <SessionsOf user={user} close={close} />
    </Dialog>
  );
}

function SessionsOf({ user, close }: Props) {
  const t = useTexts();
  const { id, name } = user;
  const { data, error, refetch } = useQuery(queryOf(listSessions, { id }));
  const end = useAct(endSession, { refresh: affected });
  const endAll = useAct(endSessions, {
    refresh: affected,
    done: ({ ended }) => {
      close();
      noticeDone(t('users.security.signed-out', { name, count: ended }));
    },
  });
  return (
    <Stack>
      {data?.items.length === 0 && <Text>{t('users.security.sessions.count', { count: 0 })}</Text>}
      <SessionLines
        sessions={data?.items}
        problem={error}
        retry={() => void refetch()}
        ending={end.isPending ? end.variables.input.session : undefined}
        end={(session, device) =>
          end.mutate(
            { input: { id, session: session.id } },
            {
              onError: noticeFailed,
              onSuccess: () => noticeDone(t('users.security.session.ended', { name, device })),
            },
          )
        }
      />
      <Text size="sm" c="dimmed">
        {t('users.security.sign-out.text', { name })}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {t('kit.close')}
        </Button>
        {data && data.items.length > 0 && (
          <Button
            loading={endAll.isPending}
            onClick={() => endAll.mutate({ input: { id } }, { onError: noticeFailed })}
          >
            {t('users.security.sign-out')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
