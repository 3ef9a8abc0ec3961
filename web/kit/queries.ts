import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Endpoint, OutputOf, SentInputOf } from '../../contract/endpoint.ts';
import { call, type Refusal } from './call.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Refusal;
  }
}

/**
 * A reading call as a query: `useQuery(queryOf(listUsers, { search }))`. Its key begins with the feature and
 * the call's name (`['users', 'users.list', input]`), so `refresh: ['users']` renews all of a feature.
 */
export function queryOf<E extends Endpoint>(endpoint: E, input: SentInputOf<E>) {
  return queryOptions<OutputOf<E>, Refusal>({
    queryKey: [featureOf(endpoint), endpoint.name, input],
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
  });
}

/** What an act is asked with; `version` is needed where the call is `versioned` and changes something. */
export type ActInput<E extends Endpoint> = { input: SentInputOf<E>; version?: number; file?: File };

/**
 * A changing call as a mutation: `const unlock = useAct(unlockUser, { refresh: ['users', 'overview'] })`, then
 * `unlock.mutate({ input: { id }, version })`. `refresh` names the features whose lists are read again.
 */
export function useAct<E extends Endpoint>(
  endpoint: E,
  options: { refresh?: string[]; done?: (output: OutputOf<E>, asked: ActInput<E>) => void } = {},
): UseMutationResult<OutputOf<E>, Refusal, ActInput<E>> {
  const client = useQueryClient();
  return useMutation<OutputOf<E>, Refusal, ActInput<E>>({
    mutationKey: [endpoint.name],
    mutationFn: ({ input, version, file }) => call(endpoint, input, { version, file }),
    onSuccess: (output, asked) => {
      for (const feature of options.refresh ?? []) {
        void client.invalidateQueries({ queryKey: [feature] });
      }
      options.done?.(output, asked);
    },
  });
}

function featureOf(endpoint: Endpoint): string {
  return endpoint.name.split('.')[0] ?? endpoint.name;
}
