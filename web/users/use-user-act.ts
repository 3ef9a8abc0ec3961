import { useQueryClient } from '@tanstack/react-query';
import type { Endpoint, SentInputOf } from '../../contract/endpoint.ts';
import type { User, userShape } from '../../contract/user-shapes.ts';
import { getUser } from '../../contract/users.ts';
import type { Refusal } from '../kit/call.ts';
import { noticeFailed } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';

/** The features whose lists and pages change with a person. */
export const affected = [
  'users',
  'overview',
  'mail',
  'audit',
  'accounts',
  'groups',
  'employees',
  'people',
  'work',
  'schedule',
  'billing',
];

type UserAct = Endpoint<Endpoint['input'], typeof userShape>;

/**
 * An act on a person that answers with the person as they are now: the page shows that answer. `run` takes the version
 * that was read; after a stale one the newest is read, so that a second try counts. With `tell` a failure is told in
 * the corner, for acts that have no window of their own.
 */
export function useUserAct<E extends UserAct>(
  endpoint: E,
  options: { done?: (user: User) => void; tell?: boolean } = {},
) {
  const client = useQueryClient();
  const act = useAct<UserAct>(endpoint, {
    refresh: affected,
    done: (user) => {
      client.setQueryData(queryOf(getUser, { id: user.id }).queryKey, user);
      options.done?.(user);
    },
  });
  const onError = (error: Refusal) => {
    if (error.code === 'request.stale') void client.invalidateQueries({ queryKey: ['users'] });
    if (options.tell) noticeFailed(error);
  };
  return {
    run: (input: SentInputOf<E>, version?: number) => act.mutate({ input, version }, { onError }),
    busy: act.isPending,
    problem: act.error,
    reset: act.reset,
  };
}
