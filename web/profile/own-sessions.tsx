import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { endOtherSessions, endOwnSession, listOwnSessions } from '../../contract/sessions.ts';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useSignOut } from '../session/session.ts';
import { SessionLines } from './session-lines.tsx';

/** Where one is signed in, with sign out for each, for all others, and for all. */
export function OwnSessions() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(queryOf(listOwnSessions, {}));
  const end = useAct(endOwnSession, { refresh: ['me'] });
  const endOthers = useAct(endOtherSessions, {
    refresh: ['me'],
    done: ({ ended }) => noticeDone(t('profile.sessions.ended-others', { count: ended })),
  });
  return (
    <Section title={t('profile.sessions')} about={t('profile.sessions.about')}>
      <SessionLines
        sessions={data?.items}
        problem={error}
        retry={() => void refetch()}
        ending={end.isPending ? end.variables.input.session : undefined}
        end={({ id }, device) =>
          end.mutate(
            { input: { session: id } },
            {
              onError: noticeFailed,
              onSuccess: () => noticeDone(t('profile.sessions.ended', { device })),
            },
          )
        }
      />
      <Group mt="sm" gap="xs">
        {data?.items.some((session) => !session.current) && (
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate({ input: {} }, { onError: noticeFailed })}
          >
            {t('profile.sessions.end-others')}
          </Button>
        )}
        {data && <SignOutEverywhere />}
      </Group>
    </Section>
  );
}

function SignOutEverywhere() {
  const t = useTexts();
  const signOut = useSignOut();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    try {
      await signOut(true);
      noticeDone(t('profile.sessions.ended-all'));
    } catch (error) {
      setBusy(false);
      noticeFailed(error as Error);
    }
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void leave()}>
      {t('profile.sessions.end-all')}
    </Button>
  );
}
