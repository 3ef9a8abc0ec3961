import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { BulkAct, BulkOutcome, BulkState } from '../../contract/bulk.ts';
import type { SessionStep } from '../../contract/endpoint.ts';
import type { Permission } from '../../contract/permissions.ts';
import type { Language } from '../../contract/shapes.ts';

/** The tables as Kysely sees them; the truth is in `migrations/`. Days are ISO texts. */

type Instant = ColumnType<Temporal.Instant, string, string>;
type InstantWithDefault = ColumnType<Temporal.Instant, string | undefined, string>;
type Day = ColumnType<string, string, string>;

export type Tables = {
  installation: {
    id: Generated<number>;
    setup_token_hash: Uint8Array | null;
    claimed_at: Instant | null;
    settings: ColumnType<Record<string, unknown>, string, string>;
    mail_server: ColumnType<Record<string, unknown> | null, string | null, string | null>;
    version: Generated<number>;
    rolled_on: Day;
  };
  organisations: {
    id: string;
    name: string;
    name_key: string;
    is_demo: Generated<boolean>;
    two_factor_required: Generated<boolean>;
    created_at: InstantWithDefault;
    version: Generated<number>;
  };
  roles: {
    id: string;
    key: string | null;
    scope: 'installation' | 'organisation';
    name: string | null;
    description: string | null;
    category: string | null;
    permissions: string[];
    position: Generated<number>;
    name_key: ColumnType<string | null, string | null | undefined, string | null>;
    created_at: InstantWithDefault;
    version: Generated<number>;
  };
  users: {
    id: string;
    number: Generated<number>;
    username: string;
    username_key: string;
    salutation: string | null;
    first_name: string;
    infix: string | null;
    last_name: string;
    email: string;
    email_key: string;
    pending_email: string | null;
    phone: string | null;
    mobile: string | null;
    job_title: string | null;
    personnel_number: string | null;
    personnel_number_key: string | null;
    language: Language;
    time_zone: string;
    is_admin: Generated<boolean>;
    is_demo: Generated<boolean>;
    is_name_guessed: Generated<boolean>;
    activated_at: Instant | null;
    locked_at: Instant | null;
    two_factor_required: Generated<boolean>;
    two_factor_on: ColumnType<boolean, never, never>;
    /** Null (in the table: -infinity) for who never signed in. */
    last_sign_in_at: ColumnType<Temporal.Instant | null, string | undefined, string>;
    created_at: InstantWithDefault;
    version: Generated<number>;
    sort_key: string;
    search_text: string;
    default_sender: ColumnType<string | null, string | null | undefined, string | null>;
    standing: Generated<'present' | 'starting' | 'ended'>;
    starts_on: Day | null;
    leaves_on: Day | null;
    billed: GeneratedAlways<boolean>;
    state: GeneratedAlways<'pending' | 'active' | 'starting' | 'deactivated'>;
  };
  /** A copy of these columns of users, for lists; written by triggers. */
  user_search: { id: string; state: string; sort_key: string; search_text: string };
  member_requests: {
    id: string;
    organisation_id: string;
    email: string;
    role_id: string;
    note: string | null;
    requested_by: string | null;
    requested_at: InstantWithDefault;
    state: Generated<'open' | 'approved' | 'declined'>;
    decided_by: string | null;
    decided_at: Instant | null;
  };
  groups: {
    id: string;
    kind: 'group' | 'team' | 'mailbox' | 'administration';
    name: string;
    name_key: string;
    description: string | null;
    email: string | null;
    email_key: string | null;
    display_name: string | null;
    code: string | null;
    code_key: string | null;
    is_demo: Generated<boolean>;
    created_at: InstantWithDefault;
    version: Generated<number>;
  };
  group_members: {
    group_id: string;
    user_id: string;
    since: Day;
    until: Day | null;
    is_manager: Generated<boolean>;
  };
  search_stretches: { from_key: string; grams: Uint8Array | null };
  search_news: { id: string; sort_key: string };
  former_users: { id: string; number: number; deleted_on: Day };
  user_counts: { state: string; delta: number };
  role_assignments: { user_id: string; role_id: string; given_at: InstantWithDefault; ends_on: Day | null };
  members: { organisation_id: string; user_id: string; role_id: string; since: InstantWithDefault };
  staff_memberships: { id: string; user_id: string; starts_on: Day; leaves_on: Day | null };
  credentials: {
    user_id: string;
    password_hash: string;
    must_change: Generated<boolean>;
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
  imports: {
    id: string;
    file_name: string;
    size: number;
    started_by: string | null;
    actor_kind: 'user' | 'command-line';
    origin: ColumnType<
      { address: string | null; device: string | null; token?: string; given?: Permission[] },
      string,
      string
    >;
    language: Language;
    state: Generated<
      'uploaded' | 'checking' | 'checked' | 'running' | 'done' | 'undoing' | 'undone' | 'failed'
    >;
    failure: string | null;
    format: ColumnType<unknown, string, string>;
    columns: ColumnType<unknown, string, string>;
    options: ColumnType<unknown, string, string>;
    row_count: number;
    findings: ColumnType<unknown, string | undefined, string>;
    checked_line: Generated<number>;
    counts: ColumnType<unknown, string | undefined, string>;
    created_at: InstantWithDefault;
    checked_at: Instant | null;
    run_at: Instant | null;
    done_at: Instant | null;
    leased_by: string | null;
    leased_until: ColumnType<Temporal.Instant | null, string | undefined, string>;
    version: Generated<number>;
  };
  import_rows: {
    import_id: string;
    line: number;
    cells: ColumnType<unknown, string | null, string | null>;
    outcome: 'create' | 'change' | 'unchanged' | 'reactivate' | 'leave' | 'refused' | null;
    user_id: string | null;
    plan: ColumnType<unknown, string | null, string | null>;
    state: Generated<'waiting' | 'done' | 'failed' | 'undone' | 'kept'>;
    before: ColumnType<unknown, string | null, string | null>;
  };
  import_mappings: { heading_key: string; field: string | null };
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
  activities: {
    id: string;
    name: string;
    name_key: string;
    colour: string;
    is_demo: Generated<boolean>;
    created_at: InstantWithDefault;
    version: Generated<number>;
  };
  skills: {
    id: string;
    name: string;
    name_key: string;
    is_demo: Generated<boolean>;
    created_at: InstantWithDefault;
    version: Generated<number>;
  };
  activity_skills: { activity_id: string; skill_id: string; level: number };
  user_activities: { user_id: string; activity_id: string };
  user_skills: {
    user_id: string;
    skill_id: string;
    level: number;
    starts_on: Day | null;
    ends_on: Day | null;
  };
  availability: { user_id: string; weekday: number; from_minute: number; until_minute: number };
  availability_exceptions: {
    user_id: string;
    day: Day;
    from_minute: number | null;
    until_minute: number | null;
  };
  shifts: {
    id: string;
    team_id: string | null;
    user_id: string | null;
    activity_id: string;
    starts_at: Instant;
    ends_at: Instant;
    is_former: Generated<boolean>;
    is_demo: Generated<boolean>;
    created_at: InstantWithDefault;
    version: Generated<number>;
  };
  saved_views: {
    id: string;
    owner: string | null;
    name: string;
    name_key: string;
    address: string;
    created_at: InstantWithDefault;
  };
  bulk_runs: {
    id: string;
    made_by: string;
    act: ColumnType<BulkAct, string, never>;
    state: Generated<BulkState>;
    origin: ColumnType<{ address: string | null; device: string | null }, string, never>;
    made_at: InstantWithDefault;
    started_at: Instant | null;
    ended_at: Instant | null;
  };
  bulk_people: {
    run_id: string;
    position: number;
    user_id: string | null;
    number: number;
    state: Generated<BulkOutcome>;
    why: string | null;
  };
  /** Written by a trigger when somebody is deleted. */
  billed_former: { month: Day; organisation_id: string | null; people: number };
  /** Written by triggers when staff memberships change. */
  billing_corrections: {
    seq: GeneratedAlways<number>;
    month: Day;
    user_id: string | null;
    people: number;
    at: InstantWithDefault;
  };
};
