import { Badge, Button, Skeleton, Text } from '@mantine/core';
import type { ApiToken } from '../../contract/tokens.ts';
import { useDates } from '../kit/dates.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './profile.module.css';

/** API tokens with what they may, until when, and a button that ends each. */
export function TokenLines(props: {
  tokens: readonly ApiToken[] | undefined;
  problem: { message: string } | null;
  retry: () => void;
  end: (token: ApiToken) => void;
}) {
  const { tokens, problem } = props;
  return (
    <>
      <ProblemAlert problem={tokens ? null : problem} retry={props.retry} />
      {!tokens && !problem && <Skeleton height={44} />}
      <ul className={classes.sessions}>
        {tokens?.map((token) => (
          <TokenLine key={token.id} token={token} end={props.end} />
        ))}
      </ul>
    </>
  );
}

function TokenLine({ token, end }: { token: ApiToken; end: (token: ApiToken) => void }) {
  const t = useTexts();
  const dates = useDates();
  const used = token.lastUsedAt
    ? t('profile.sessions.used', { when: dates.relative(token.lastUsedAt) })
    : t('tokens.never-used');
  return (
    <li className={classes.session}>
      <div className={classes.device}>
        <Text fw={550}>
          {token.name}
          {token.ended && (
            <Badge ml={8} color="gray" variant="light" tt="none">
              {t('tokens.ended')}
            </Badge>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {[used, t('tokens.until', { day: dates.longDay(token.endsOn) })].join(' · ')}
        </Text>
        <Text size="sm">{token.permissions.map((one) => t(`permissions.${one}`)).join(', ')}</Text>
      </div>
      <Button
        variant="default"
        size="xs"
        aria-label={t('tokens.end.named', { name: token.name })}
        onClick={() => end(token)}
      >
        {t('tokens.end')}
      </Button>
    </li>
  );
}
