import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import type { SessionStep } from '../../contract/endpoint.ts';
import { isSignedIn, type SessionState, sessionQuery } from './session.ts';

/** The page of each step that a session can still have to do. */
export const stepPages = {
  'two-factor': '/two-factor',
  'set-up-two-factor': '/set-up-two-factor',
  'change-password': '/change-password',
} as const satisfies Record<SessionStep, string>;

/** Goes on with what a step of signing in answered: to the page that was asked for, or to the step that comes next. */
export function useGoOn(): (session: SessionState, destination: string) => void {
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  return (session, destination) => {
    client.setQueryData(sessionQuery.queryKey, session);
    if (isSignedIn(session)) router.history.push(destination);
    else if (session) void navigate({ to: stepPages[session.next], search: { to: destination } });
  };
}
