import type { SentInputOf } from '../../contract/endpoint.ts';
import type { User } from '../../contract/user-shapes.ts';
import type { changeUser } from '../../contract/users.ts';

/** The fields of a person that are typed, as text; empty text is nothing. */
const typedFields = [
  'salutation',
  'firstName',
  'infix',
  'lastName',
  'email',
  'phone',
  'mobile',
  'jobTitle',
  'personnelNumber',
  'username',
  'language',
  'timeZone',
] as const;
export type TypedFieldName = (typeof typedFields)[number];

/** What the page of a user can change with one Save. */
export type Draft = Record<TypedFieldName, string> & {
  roles: readonly string[];
  /** The last day of the roles that have one, by the id of the role. */
  roleEnds: Readonly<Record<string, string>>;
  groups: readonly string[];
  admin: boolean;
};
export type DraftField = keyof Draft;

/** The parts that are saved by calls of their own, in this order. */
const parts = ['details', 'roles', 'groups', 'admin'] as const;
export type Part = (typeof parts)[number];

/** What is stored of somebody, as the form shows it. */
export function draftOf(user: User): Draft {
  const texts = typedFields.map((field) => [field, user[field] ?? '']);
  return {
    ...(Object.fromEntries(texts) as Record<TypedFieldName, string>),
    roles: user.roles.map(({ id }) => id),
    roleEnds: Object.fromEntries(user.roles.flatMap(({ id, endsOn }) => (endsOn ? [[id, endsOn]] : []))),
    groups: user.groups.map(({ id }) => id),
    admin: user.admin,
  };
}

/** The fields in which two drafts differ; the order of roles and groups does not count. */
export function fieldsBetween(one: Draft, other: Draft): DraftField[] {
  return (Object.keys(one) as DraftField[]).filter((field) => !same(one[field], other[field]));
}

/** The parts to which changed fields belong, in the order in which they are saved. */
export function partsOf(fields: readonly DraftField[]): Part[] {
  return parts.filter((part) => fields.some((field) => partOf(field) === part));
}

/** Only what was changed of one part is kept away; the rest of the changes stays. */
export function withoutPart(changes: Partial<Draft>, part: Part): Partial<Draft> {
  return Object.fromEntries(
    Object.entries(changes).filter(([field]) => partOf(field as DraftField) !== part),
  );
}

/** The input that changes the typed fields in which the draft differs from what is stored. */
export function detailsInput(user: User, draft: Draft, emailAtOnce: boolean): SentInputOf<typeof changeUser> {
  const changed = fieldsBetween(draftOf(user), draft).filter((field) => partOf(field) === 'details');
  const texts = Object.fromEntries(changed.map((field) => [field, draft[field]]));
  return { id: user.id, ...texts, ...(emailAtOnce && 'email' in texts ? { emailAtOnce } : {}) };
}

function partOf(field: DraftField): Part {
  if (field === 'roles' || field === 'roleEnds') return 'roles';
  return field === 'admin' || field === 'groups' ? field : 'details';
}

function same(one: Draft[DraftField], other: Draft[DraftField]): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return asText(one) === asText(other);
}

/** The same for the same roles, days or groups, in whatever order they were ticked. */
function asText(roles: Draft['roles'] | Draft['roleEnds']): string {
  const parts = Object.entries(roles).map(([role, day]) => (Array.isArray(roles) ? day : `${role} ${day}`));
  return JSON.stringify(parts.sort());
}
