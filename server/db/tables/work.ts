import type { Generated } from 'kysely';
import type { Day, Instant, InstantWithDefault } from './columns.ts';

/** What people do, and when. */
export type WorkTables = {
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
    changed_at: InstantWithDefault;
  };
  calendar_links: {
    user_id: string;
    token_hash: Uint8Array;
    created_at: InstantWithDefault;
    last_used_at: Instant | null;
    reads: Generated<number>;
    reads_since: InstantWithDefault;
  };
};
