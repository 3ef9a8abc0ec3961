import type { ColumnType, Generated } from 'kysely';
import type { SessionStep } from '../../../contract/endpoint.ts';
import type { Day, Instant, InstantWithDefault } from './columns.ts';

/** How people come in. */
export type SigningInTables = {
  credentials: {
    user_id: string;
    password_hash: string;
    must_change: Generated<boolean>;
    needs_second_factor: Generated<boolean>;
    version: Generated<number>;
    changed_at: InstantWithDefault;
  };
  known_devices: {
    id: string;
    user_id: string;
    token_hash: Uint8Array;
    created_at: InstantWithDefault;
    last_used_at: InstantWithDefault;
  };
  api_tokens: {
    id: string;
    user_id: string;
    name: string;
    token_hash: Uint8Array;
    permissions: string[];
    created_at: InstantWithDefault;
    ends_on: Day;
    last_used_at: Instant | null;
  };
  sign_in_tries: { network: string; account: string; tried_at: Instant };
  /** What refusals write that count nothing. */
  refusals: { n: number; times: number };
  sign_in_counts: {
    user_id: string;
    device_id: string | null;
    locks: Generated<boolean>;
    wrong: Generated<string[]>;
    checking: ColumnType<Temporal.Instant[], string[] | undefined, string[]>;
    delays: Generated<number>;
    delayed_until: Instant | null;
    checks_after_lock: Generated<number>;
  };
  sessions: {
    id: string;
    user_id: string;
    token_hash: Uint8Array;
    next_step: SessionStep | null;
    created_at: InstantWithDefault;
    last_used_at: InstantWithDefault;
    proved_at: InstantWithDefault;
    address: string | null;
    device: string | null;
    device_id: string | null;
  };
  links: {
    id: string;
    user_id: string;
    purpose: 'activation' | 'reset' | 'email';
    email: string;
    token_hash: Uint8Array;
    credential_version: number;
    created_at: InstantWithDefault;
    expires_at: Instant;
    used_at: Instant | null;
    revoked_at: Instant | null;
    made_by: string | null;
  };
  authenticator_apps: {
    user_id: string;
    secret: Uint8Array | null;
    pending_secret: Uint8Array | null;
    pending_since: Instant | null;
    set_up_at: Instant | null;
    last_used_at: Instant | null;
    last_step: Generated<number>;
  };
  passkeys: {
    id: string;
    user_id: string;
    credential_id: string;
    public_key: Uint8Array;
    counter: number;
    transports: string[];
    is_backed_up: boolean;
    name: string;
    created_at: InstantWithDefault;
    last_used_at: Instant | null;
  };
  recovery_codes: {
    user_id: string;
    code_hash: Uint8Array;
    salt: Uint8Array;
    made_at: InstantWithDefault;
    used_at: Instant | null;
  };
  passkey_challenges: {
    challenge_hash: Uint8Array;
    purpose: 'sign-in' | 'register';
    user_id: string | null;
    expires_at: Instant;
  };
};
