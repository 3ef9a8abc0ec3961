import type { Member, Organisation } from '../../contract/organisations.ts';

export type Named = Pick<Organisation, 'id' | 'name'>;

/** What the windows that change a member have to know of one. */
export type KnownMember = Pick<Member, 'id' | 'state'> & {
  user: Pick<Member['user'], 'name' | 'email'>;
  role: Pick<Member['role'], 'id'>;
};
