import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Language } from '../../../contract/shapes.ts';
import type { Day, Instant, InstantWithDefault } from './columns.ts';

/** People, and what lists search of them. */
export type PeopleTables = {
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
  search_stretches: { from_key: string; grams: Uint8Array | null };
  search_news: { id: string; sort_key: string };
  photos: {
    user_id: string;
    tag: string;
    large: Uint8Array;
    small: Uint8Array;
    changed_at: InstantWithDefault;
  };
  former_users: { id: string; number: number; deleted_on: Day };
  user_counts: { state: string; delta: number };
  /** The people of each role, organisation, group and mark, in the order of the list; written by triggers. */
  circle_people: { circle: string; state: string; sort_key: string; user_id: string; until: Day };
  circle_counts: { circle: string; state: string; delta: number };
  staff_memberships: { id: string; user_id: string; starts_on: Day; leaves_on: Day | null };
  saved_views: {
    id: string;
    owner: string | null;
    name: string;
    name_key: string;
    address: string;
    created_at: InstantWithDefault;
  };
};
