import { z } from 'zod';
import { groupKindShape } from '../../contract/groups.ts';

/** What the address bar says of the page of groups. */
export const groupsAddress = z.object({
  kind: groupKindShape.optional(),
  search: z.string().max(300).optional(),
});

/** The features whose lists change with a group or who is linked to it. */
export const affected = ['groups', 'users', 'audit'];
