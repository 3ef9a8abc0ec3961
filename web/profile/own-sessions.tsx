import { Badge, Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../contract/endpoint.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from '../../contract/sessions.ts';
import { useDates } from '../kit/dates.ts';
import { deviceName } from '../kit/device-name.ts';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './profile.module.css';

type OwnSession = OutputOf<typeof listOwnSessions>['items'][number];

/** Where one is signed in, with sign out for each and for all others. */
export function OwnSessions() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(queryOf(listOwnSessions, {}));
  const endOthers = useAct(endOtherSessions, {
    refresh: ['me'],
    done: ({ ended }) => noticeDone(t('profile.sessions.ended-others', { count: ended })),
  });
  const others = data?.items.some((session) => !session.current);
  return (
    <Section
      title={t('profile.sessions')}
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
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={44} />}
      <ul className={classes.sessions}>
        {data?.items.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
    </Section>
  );
}

function SessionLine({ session }: { session: OwnSession }) {
  const t = useTexts();
  const dates = useDates();
  const device = deviceName(session.device, t);
  const end = useAct(endOwnSession, {
    refresh: ['me'],
    done: () => noticeDone(t('profile.sessions.ended', { device })),
  });
  return (
    <li className={classes.session}>
      <div className={classes.device}>
        <Text fw={550}>
          {device}
          {session.current && (
            <Badge ml={8} variant="light" tt="none">
              {t('profile.sessions.this')}
            </Badge>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {[
            session.address,
            t('profile.sessions.used', { when: dates.relative(session.lastUsedAt) }),
            t('profile.sessions.since', { when: dates.moment(session.createdAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {!session.current && (
        <Button
          variant="default"
          size="xs"
          loading={end.isPending}
          aria-label={t('profile.sessions.end.named', { device })}
          onClick={() => end.mutate({ input: { session: session.id } }, { onError: noticeFailed })}
        >
          {t('profile.sessions.end')}
        </Button>
      )}
    </li>
  );
}
