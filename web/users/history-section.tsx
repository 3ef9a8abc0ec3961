import { Button, Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type Deed, listHistory } from '../../contract/audit.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { isTextKey } from '../../contract/texts.ts';
import type { User } from '../../contract/user-shapes.ts';
import { Changes } from '../audit/changes.tsx';
import { call, type Refusal } from '../kit/call.ts';
import { useDates } from '../kit/dates.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './user-page.module.css';

type HistoryPage = OutputOf<typeof listHistory>;

/** What was done to this person, newest first: when, what, by whom, every field old → new. */
export function HistorySection({ user }: { user: User }) {
  const t = useTexts();
  const history = useHistory(user.id);
  const deeds = history.data?.pages.flatMap(({ items }) => items);
  return (
    <Section title={t('users.history.title')}>
      <ProblemAlert problem={history.error} retry={() => void history.refetch()} />
      {!deeds && !history.error && <Skeleton height={90} />}
      {deeds?.length === 0 && <Text c="dimmed">{t('users.history.empty')}</Text>}
      <ul className={classes.deeds}>
        {deeds?.map((deed) => (
          <DeedLine key={deed.seq} deed={deed} />
        ))}
      </ul>
      {history.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('users.history.more')}
        </Button>
      )}
    </Section>
  );
}

function useHistory(id: string) {
  return useInfiniteQuery<
    HistoryPage,
    Refusal,
    { pages: HistoryPage[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: ['audit', listHistory.name, id],
    queryFn: ({ pageParam, signal }) => call(listHistory, { id, limit: 10, cursor: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

function DeedLine({ deed }: { deed: Deed }) {
  const t = useTexts();
  const dates = useDates();
  const action = `actions.${deed.action}`;
  const who = deed.actor.name ?? t(`audit.actor.${deed.actor.kind}`);
  return (
    <li className={classes.deed}>
      <time dateTime={deed.at} className={classes.when}>
        {dates.moment(deed.at)}
      </time>
      <div>
        <Text>
          <Text span inherit fw={550}>
            {isTextKey(action) ? t(action) : deed.action}
          </Text>{' '}
          <Text span inherit c="dimmed">
            {t('users.history.by', { name: who })}
          </Text>
        </Text>
        <Changes deed={deed} />
      </div>
    </li>
  );
}
