import type { SentInputOf } from '../../contract/endpoint.ts';
import {
  type addPasskey,
  beginPasskey,
  challengePasskey,
  type signInWithPasskey,
} from '../../contract/second-factors.ts';
import { call } from '../kit/call.ts';
import { useBranding } from '../session/session.ts';

type Assertion = SentInputOf<typeof signInWithPasskey>['passkey'];
type NewPasskey = SentInputOf<typeof addPasskey>['passkey'];

/** True where passkeys work: in this browser, at the address that the installation is configured with. */
export function usePasskeysWork(): boolean {
  const { passkeyOrigin } = useBranding();
  return passkeyOrigin === location.origin && 'PublicKeyCredential' in window;
}

/** Lets somebody sign with a passkey. Throws the refusal of the server, or what the browser says of somebody who cancels. */
export async function signWithPasskey(): Promise<Assertion> {
  const { startAuthentication } = await load();
  return (await startAuthentication({ optionsJSON: await call(challengePasskey, {}) })) as Assertion;
}

/**
 * Offers passkeys among what the browser fills in at the field for the username, until `signal` says to stop. Answers
 * null where the browser cannot. The challenge is renewed before it grows too old.
 */
export async function offerPasskeys(signal: AbortSignal): Promise<Assertion | null> {
  const { startAuthentication, browserSupportsWebAuthnAutofill, WebAuthnAbortService } = await load();
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  signal.addEventListener('abort', () => WebAuthnAbortService.cancelCeremony());
  while (!signal.aborted) {
    const optionsJSON = await call(challengePasskey, {}, { signal });
    let isTooOld = false;
    const renew = setTimeout(() => {
      isTooOld = true;
      WebAuthnAbortService.cancelCeremony();
    }, optionsJSON.timeout * 0.8);
    try {
      return (await startAuthentication({ optionsJSON, useBrowserAutofill: true })) as Assertion;
    } catch (error) {
      // Somebody left the page or pressed the button, which asks in a window of its own.
      if (!isAbort(error) || !isTooOld) throw error;
    } finally {
      clearTimeout(renew);
    }
  }
  return null;
}

/** Makes a passkey on this device. Throws as `signWithPasskey` does. */
export async function makePasskey(): Promise<NewPasskey> {
  const { startRegistration } = await load();
  return (await startRegistration({ optionsJSON: await call(beginPasskey, {}) })) as NewPasskey;
}

/** Which words tell why a browser gave no passkey; null for what is no such failure. */
export function passkeyProblem(error: unknown): 'passkey.cancelled' | 'passkey.already' | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'InvalidStateError') return 'passkey.already';
  return error.name === 'NotAllowedError' || isAbort(error) ? 'passkey.cancelled' : null;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Loaded when a page first needs it. */
function load() {
  return import('@simplewebauthn/browser');
}
