import type { Tables } from './tables.ts';

/**
 * Who writes each table, and what each column holds. `personal`: somebody's data, given to them when they ask and
 * erased with them. `secret`: never leaves the database, erased with them. `erasable`: about somebody, not given
 * but erased. `kept`: stays when somebody is deleted, and names nobody. `plain`: not about a person.
 * A column that stands nowhere fails the checks; one that is `personal` is part of what somebody gets to read about
 * themselves (folder personal-data), so no column is that may name anybody else.
 */
type Classes = Partial<Record<'secret' | 'erasable' | 'kept' | 'plain', string>>;

/** `whose`: the column that says whose the row is, by the id of the person, or by the address in `email`. */
type Personal = { personal: string; whose: string } | { personal?: never; whose?: never };

export type TableClass = { owner: string } & Classes & Personal;

export const classification: Record<keyof Tables, TableClass> = {
  installation: {
    owner: 'settings',
    plain: 'id claimed_at settings version rolled_on unnamed_proxy',
    secret: 'setup_token_hash mail_server',
  },
  organisations: {
    owner: 'organisations',
    plain: 'id name name_key is_demo two_factor_required created_at version',
  },
  roles: {
    owner: 'roles',
    plain: 'id key scope name name_key description category permissions position created_at version',
  },
  users: {
    owner: 'users',
    whose: 'id',
    personal: `username salutation first_name infix last_name email pending_email phone mobile job_title
      personnel_number language time_zone default_sender is_admin activated_at locked_at
      two_factor_required two_factor_on last_sign_in_at created_at starts_on leaves_on`,
    erasable: `username_key email_key personnel_number_key sort_key search_text standing billed state is_demo is_name_guessed version`,
    kept: 'id number',
  },
  user_search: { owner: 'users', erasable: 'id state sort_key search_text' },
  member_requests: {
    owner: 'members',
    whose: 'email',
    personal: 'email note state requested_at decided_at',
    erasable: 'id organisation_id role_id requested_by decided_by',
  },
  groups: {
    owner: 'groups',
    plain: `id kind name name_key description email email_key display_name code code_key is_demo created_at version`,
  },
  group_members: {
    owner: 'groups',
    whose: 'user_id',
    personal: 'group_id since until is_manager',
    erasable: 'user_id',
  },
  search_stretches: { owner: 'directory', erasable: 'from_key', plain: 'grams' },
  search_news: { owner: 'users', erasable: 'id sort_key' },
  logos: { owner: 'logo', plain: 'id tag content' },
  photos: { owner: 'photos', whose: 'user_id', personal: 'large changed_at', erasable: 'user_id small tag' },
  former_users: { owner: 'users', kept: 'id number deleted_on' },
  user_counts: { owner: 'users', plain: 'state delta' },
  circle_people: { owner: 'users', erasable: 'circle state sort_key user_id until' },
  circle_counts: { owner: 'users', plain: 'circle state delta' },
  role_assignments: {
    owner: 'roles',
    whose: 'user_id',
    personal: 'role_id given_at ends_on',
    erasable: 'user_id',
  },
  members: {
    owner: 'members',
    whose: 'user_id',
    personal: 'organisation_id role_id since',
    erasable: 'user_id',
  },
  staff_memberships: {
    owner: 'employment',
    whose: 'user_id',
    personal: 'starts_on leaves_on',
    erasable: 'id user_id',
  },
  credentials: {
    owner: 'sign-in',
    whose: 'user_id',
    personal: 'must_change changed_at',
    secret: 'password_hash',
    erasable: 'user_id version needs_second_factor',
  },
  sign_in_counts: {
    owner: 'sign-in',
    secret: 'wrong',
    erasable: 'user_id device_id locks checking delays delayed_until checks_after_lock',
  },
  known_devices: {
    owner: 'sign-in',
    whose: 'user_id',
    personal: 'created_at last_used_at',
    secret: 'token_hash',
    erasable: 'id user_id',
  },
  api_tokens: {
    owner: 'sign-in',
    whose: 'user_id',
    personal: 'name permissions created_at ends_on last_used_at',
    secret: 'token_hash',
    erasable: 'id user_id',
  },
  sign_in_tries: { owner: 'sign-in', plain: 'network account tried_at' },
  refusals: { owner: 'sign-in', plain: 'n times' },
  sessions: {
    owner: 'sign-in',
    whose: 'user_id',
    personal: 'created_at last_used_at address device',
    secret: 'token_hash',
    erasable: 'id user_id device_id next_step proved_at',
  },
  authenticator_apps: {
    owner: 'second-factors',
    whose: 'user_id',
    personal: 'set_up_at last_used_at',
    secret: 'secret pending_secret',
    erasable: 'user_id pending_since last_step',
  },
  passkeys: {
    owner: 'second-factors',
    whose: 'user_id',
    personal: 'name created_at last_used_at is_backed_up',
    secret: 'credential_id public_key',
    erasable: 'id user_id counter transports',
  },
  recovery_codes: {
    owner: 'second-factors',
    whose: 'user_id',
    personal: 'made_at used_at',
    secret: 'code_hash salt',
    erasable: 'user_id',
  },
  passkey_challenges: {
    owner: 'second-factors',
    secret: 'challenge_hash',
    erasable: 'purpose user_id expires_at',
  },
  links: {
    owner: 'sign-in',
    whose: 'user_id',
    personal: 'purpose email created_at expires_at used_at revoked_at',
    secret: 'token_hash',
    erasable: 'id user_id credential_version made_by',
  },
  mails: {
    owner: 'outbox',
    whose: 'user_id',
    personal: 'kind language to_address to_name state created_at sent_at',
    secret: 'link_path',
    // The words of a mail name who acted, or whom it is about.
    erasable: `id user_id subject text html sender link_id link_expires_at attempts next_try_at failure`,
  },
  imports: {
    owner: 'imports',
    plain: `id file_name size actor_kind language state failure format options row_count counts created_at checked_line
      checked_at run_at done_at leased_by leased_until version personnel_file_id`,
    erasable: 'started_by origin columns findings',
  },
  import_rows: {
    owner: 'imports',
    whose: 'user_id',
    personal: 'cells outcome state',
    erasable: 'import_id line user_id plan before',
  },
  personnel_files: {
    owner: 'personnel-files',
    plain: `id name source has_headings columns options owned schedule next_at trouble trouble_values trouble_since
      halted done_hash done_etag done_modified done_at created_at version`,
    secret: 'secret',
    erasable: 'acts_as acts_with',
  },
  personnel_file_runs: {
    owner: 'personnel-files',
    plain: `id file_id state is_check again cause import_id failure failure_values size hash etag modified rows counts
      created_at done_at leased_by leased_until version`,
    erasable: 'started_by',
  },
  personnel_file_receivers: {
    owner: 'personnel-files',
    whose: 'user_id',
    personal: 'file_id',
    erasable: 'user_id',
  },
  personnel_file_people: {
    owner: 'held-fields',
    whose: 'user_id',
    personal: 'file_id linked released',
    erasable: 'user_id',
  },
  import_mappings: { owner: 'imports', plain: 'heading_key field' },
  audit_log: {
    owner: 'audit',
    kept: `seq at action actor_kind actor_id target_kind target_id changes_digest origin_digest previous hash`,
  },
  audit_parts: {
    owner: 'audit',
    whose: 'about',
    personal: 'data',
    secret: 'salt',
    erasable: 'seq part about',
  },
  audit_head: { owner: 'audit', plain: 'id seq hash' },
  activities: { owner: 'work', plain: 'id name name_key colour is_demo created_at version' },
  skills: { owner: 'work', plain: 'id name name_key is_demo created_at version' },
  activity_skills: { owner: 'work', plain: 'activity_id skill_id level' },
  user_activities: { owner: 'work', whose: 'user_id', personal: 'activity_id', erasable: 'user_id' },
  user_skills: {
    owner: 'work',
    whose: 'user_id',
    personal: 'skill_id level starts_on ends_on',
    erasable: 'user_id',
  },
  availability: {
    owner: 'work',
    whose: 'user_id',
    personal: 'weekday from_minute until_minute',
    erasable: 'user_id',
  },
  availability_exceptions: {
    owner: 'work',
    whose: 'user_id',
    personal: 'day from_minute until_minute',
    erasable: 'user_id',
  },
  shifts: {
    owner: 'work',
    whose: 'user_id',
    personal: 'team_id activity_id starts_at ends_at',
    erasable: 'user_id',
    plain: 'id is_former is_demo created_at version changed_at',
  },
  calendar_links: {
    owner: 'calendars',
    personal: 'created_at last_used_at',
    whose: 'user_id',
    secret: 'token_hash',
    erasable: 'user_id reads reads_since',
  },
  billed_former: { owner: 'billing', kept: 'month people', plain: 'organisation_id' },
  billed_months: { owner: 'billing', plain: 'month delta' },
  bulk_runs: {
    owner: 'bulk',
    whose: 'made_by',
    personal: 'act state origin made_at started_at ended_at',
    erasable: 'id made_by',
  },
  saved_views: {
    owner: 'views',
    whose: 'owner',
    personal: 'name created_at',
    erasable: 'id owner name_key address',
  },
  bulk_people: { owner: 'bulk', erasable: 'user_id', kept: 'run_id position number state why' },
  billing_corrections: {
    owner: 'billing',
    whose: 'user_id',
    personal: 'month people at',
    erasable: 'user_id',
    plain: 'seq',
  },
};
