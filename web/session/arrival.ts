import type {} from '@tanstack/react-router';

/** What the sign-in page is told by the page before it; lives in the history, not in the address. */
type Arrival = { told: 'activated' | 'reset' | 'confirmed'; email: string };

declare module '@tanstack/react-router' {
  interface HistoryState {
    arrival?: Arrival;
  }
}

/** Where to go after signing in: only addresses of this installation, never another site. */
export function safeDestination(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/';
}
