import { Badge, Button, Skeleton, Text } from '@mantine/core';
import type { SessionListed } from '../../contract/sessions.ts';
import { useDates } from '../kit/dates.ts';
import { deviceName } from '../kit/device-name.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { type Texts, useTexts } from '../kit/texts.tsx';
import classes from './profile.module.css';

/** Where somebody is signed in, each with a button that ends it (`end` gets the device in words). */
export function SessionLines(props: {
  sessions: readonly SessionListed[] | undefined;
  problem: { message: string } | null;
  retry: () => void;
  end: (session: SessionListed, device: string) => void;
  ending: string | undefined;
}) {
  const { sessions, problem } = props;
  return (
    <>
      <ProblemAlert problem={sessions ? null : problem} retry={props.retry} />
      {!sessions && !problem && <Skeleton height={44} />}
      <ul className={classes.sessions}>
        {sessions?.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            end={props.end}
            ending={props.ending === session.id}
          />
        ))}
      </ul>
    </>
  );
}

function SessionLine(props: {
  session: SessionListed;
  end: (session: SessionListed, device: string) => void;
  ending: boolean;
}) {
  const t = useTexts();
  const dates = useDates();
  const { session } = props;
  const device = deviceName(session.device, t);
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
            placeInWords(session, t),
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
          loading={props.ending}
          aria-label={t('profile.sessions.end.named', { device })}
          onClick={() => props.end(session, device)}
        >
          {t('profile.sessions.end')}
        </Button>
      )}
    </li>
  );
}

function placeInWords({ place, address }: SessionListed, t: Texts): string {
  return t(`profile.sessions.place.${place}`, { address: address ?? '' });
}
