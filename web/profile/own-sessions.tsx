import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { endOtherSessions, endOwnSession, listOwnSessions } from '../../contract/sessions.ts';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { SessionLines } from './session-lines.tsx';

/** Where one is signed in, with sign out for each and for all others. */
export function OwnSessions() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(queryOf(listOwnSessions, {}));
  const end = useAct(endOwnSession, { refresh: ['me'] });
  const endOthers = useAct(endOtherSessions, {
    refresh: ['me'],
    done: ({ ended }) => noticeDone(t('profile.sessions.ended-others', { count: ended })),
  });
  const others = data?.items.some((session) => !session.current);
  return (
    <Section
      title={t('profile.sessions')}
      about={t('profile.sessions.about')}
      action={
        others && (
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate({ input: {} }, { onError: noticeFailed })}
          >
            {t('profile.sessions.end-others')}
          </Button>
        )
      }
    >
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
    </Section>
  );
}
