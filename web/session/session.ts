import {
  type QueryClient,
  queryOptions,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { Permission } from '../../contract/permissions.ts';
import { endOtherSessions } from '../../contract/sessions.ts';
import { getBranding } from '../../contract/settings.ts';
import { getSession, type Session, signOut } from '../../contract/sign-in.ts';
import { call, isRefusal, type Refusal } from '../kit/call.ts';
import { anyUnsaved } from '../kit/unsaved.ts';

/** Nobody, somebody, or somebody who has to do something else first. */
export type SessionState = OutputOf<typeof getSession> | null;

/** Who is signed in here. */
export const sessionQuery = queryOptions<SessionState, Refusal>({
  queryKey: ['session', 'session.get'],
  queryFn: async ({ signal }) => {
    try {
      return await call(getSession, {}, { signal });
    } catch (error) {
      // With something unsaved on the page, the failed reading leaves what was known: the form stays.
      if (isRefusal(error) && error.status === 401 && !anyUnsaved()) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** Name, colour and rules of the installation; known before anybody signs in. */
export const brandingQuery = queryOptions<OutputOf<typeof getBranding>, Refusal>({
  queryKey: ['settings', getBranding.name],
  queryFn: ({ signal }) => call(getBranding, {}, { signal }),
  staleTime: 300_000,
});

/** The one who is signed in; only below the signed-in part of the router. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!isSignedIn(data)) return nobody;
  return data;
}

/**
 * `const may = useMay()`, then `may('users.create')`: true when one may so in the whole installation or in one
 * organisation. Hides what would be refused; the server decides.
 */
export function useMay(): (permission: Permission) => boolean {
  const { permissions, organisations } = useSession();
  return (permission) =>
    permissions.includes(permission) || organisations.some((one) => one.permissions.includes(permission));
}

/** Name, colour, support address and password policy of this installation. */
export function useBranding() {
  return useSuspenseQuery(brandingQuery).data;
}

/** The state as it is known now; asks nothing of the server, the guards of the router do that. */
export function useSessionState(): SessionState | undefined {
  return useQuery({ ...sessionQuery, enabled: false }).data;
}

/** True for a whole session: not for nobody, and not for somebody who has to choose a password first. */
export function isSignedIn(state: SessionState | undefined): state is Session {
  return !!state && 'user' in state;
}

/**
 * Ends the session, or with `everywhere` all of one's own, goes to the sign-in page and forgets all that was read. Throws
 * the refusal if it fails.
 */
export function useSignOut(): (everywhere?: boolean) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (everywhere = false) => {
    const end = everywhere ? call(endOtherSessions, { which: 'all' }) : call(signOut, {});
    await end.catch((error: unknown) => {
      if (!isRefusal(error) || error.status !== 401) throw error;
    });
    client.setQueryData(sessionQuery.queryKey, null);
    await navigate({ to: '/sign-in' });
    forgetAll(client);
  };
}

/** Throws away what was read for the one who was signed in; call it when their pages are left. */
export function forgetAll(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => !kept.includes(String(queryKey[1])) });
}

const kept = [getBranding.name, getSession.name] as string[];

/** For the moment between signing out and leaving the page. */
const nobody: Session = {
  user: { id: '', name: '', firstName: '', email: '', language: 'en', timeZone: 'UTC', admin: false },
  permissions: [],
  organisations: [],
};
