import type { ColumnType, Generated } from 'kysely';
import type { Language } from '../../../contract/shapes.ts';
import type { Day, Instant, InstantWithDefault } from './columns.ts';

/** The choices of the installation, the audit log, and the outbox. */
export type InstallationTables = {
  installation: {
    id: Generated<number>;
    setup_token_hash: Uint8Array | null;
    claimed_at: Instant | null;
    settings: ColumnType<Record<string, unknown>, string, string>;
    mail_server: ColumnType<Record<string, unknown> | null, string | null, string | null>;
    version: Generated<number>;
    rolled_on: Day;
    unnamed_proxy: ColumnType<{ address: string; named: string } | null, string | null, string | null>;
  };
  logos: { id: Generated<number>; tag: string; content: Uint8Array };
  mails: {
    id: string;
    kind: string;
    user_id: string | null;
    language: Language;
    to_address: string;
    to_name: string | null;
    subject: string;
    text: string;
    html: string;
    sender: ColumnType<{ name: string; address: string } | null, string | null | undefined, string | null>;
    link_path: string | null;
    link_id: string | null;
    link_expires_at: Instant | null;
    state: Generated<'waiting' | 'sent' | 'held' | 'failed'>;
    attempts: Generated<number>;
    next_try_at: Instant | null;
    failure: string | null;
    created_at: InstantWithDefault;
    sent_at: Instant | null;
  };
  audit_log: {
    seq: number;
    at: Instant;
    action: string;
    actor_kind: string;
    actor_id: string | null;
    target_kind: string;
    target_id: string | null;
    changes_digest: Uint8Array;
    origin_digest: Uint8Array;
    previous: Uint8Array;
    hash: Uint8Array;
  };
  audit_parts: {
    seq: number;
    part: 'changes' | 'origin';
    about: string | null;
    salt: Uint8Array;
    data: ColumnType<unknown, string, string>;
  };
  audit_head: { id: Generated<number>; seq: number; hash: Uint8Array };
};
