import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant, InstantWithDefault } from './columns.ts';

/** What people belong to, and what they may. */
export type BelongingTables = {
  organisations: {
    id: string;
    name: string;
    name_key: string;
    is_demo: Generated<boolean>;
    two_factor_required: Generated<boolean>;
    created_at: InstantWithDefault;
    version: Generated<number>;
  };
  members: { organisation_id: string; user_id: string; role_id: string; since: InstantWithDefault };
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
  role_assignments: { user_id: string; role_id: string; given_at: InstantWithDefault; ends_on: Day | null };
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
};
