/**
 * Every way in which Muster refuses: its stable code and HTTP status. The words stand in
 * `texts/refusals.ts` under the same code. 400: the request is malformed; 409: it clashes with what is there;
 * 422: it is well-formed but not allowed by a rule.
 */
export const refusals = {
  'request.invalid': 400,
  'request.not-found': 404,
  'request.too-large': 413,
  'request.media-type': 415,
  'request.foreign-origin': 403,
  'request.too-many': 429,
  'request.stale': 412,
  'request.bad-cursor': 400,
  'session.required': 401,
  'session.not-allowed': 403,
  'session.change-password-first': 403,
  'session.two-factor-first': 403,
  'session.set-up-two-factor-first': 403,
  'session.wrong': 401,
  'session.locked': 423,
  'session.slow-down': 429,
  'session.wrong-password': 422,
  'session.wrong-code': 422,
  'session.wrong-passkey': 401,
  'session.not-found': 404,
  'two-factor.off': 409,
  'two-factor.no-app': 409,
  'two-factor.required': 409,
  'two-factor.begin-again': 409,
  'passkeys.not-found': 404,
  'passkeys.not-here': 409,
  'passkeys.refused': 422,
  'passkeys.known': 409,
  'passkeys.too-many': 409,
  'session.prove-again': 403,
  'tokens.only-people': 403,
  'tokens.not-found': 404,
  'tokens.name-taken': 409,
  'tokens.above-you': 403,
  'tokens.end-day': 422,
  'tokens.too-many': 409,
  'me.not-yours-to-change': 403,
  'me.email-already': 409,
  'setup.wrong-token': 403,
  'setup.done-already': 409,
  'setup.no-demo': 404,
  'links.invalid': 410,
  'links.expired': 410,
  'links.used': 410,
  'links.replaced': 410,
  'links.withdrawn': 410,
  'passwords.refused': 422,
  'users.not-found': 404,
  'users.email-taken': 409,
  'users.username-taken': 409,
  'users.personnel-number-taken': 409,
  'users.cannot-deliver-yet': 409,
  'users.activated-already': 409,
  'users.not-locked': 409,
  'users.no-pending-email': 409,
  'users.last-administrator': 409,
  'users.yourself': 409,
  'users.own-security': 409,
  'users.above-you': 403,
  'users.not-acknowledged': 422,
  'users.only-administrators': 403,
  'roles.not-found': 404,
  'roles.name-taken': 409,
  'roles.default-stays': 409,
  'roles.not-in-organisation': 422,
  'roles.in-use': 409,
  'roles.unknown': 422,
  'roles.above-you': 403,
  'organisations.not-found': 404,
  'organisations.name-taken': 409,
  'organisations.last': 409,
  'organisations.in-use': 409,
  'organisations.unknown': 422,
  'members.not-found': 404,
  'members.already': 409,
  'members.last-administrator': 409,
  'members.only-organisation': 409,
  'members.inviting-is-off': 403,
  'requests.not-found': 404,
  'requests.open-already': 409,
  'requests.decided-already': 409,
  'groups.not-found': 404,
  'groups.name-taken': 409,
  'groups.email-taken': 409,
  'groups.code-taken': 409,
  'groups.in-use': 409,
  'groups.unknown': 422,
  'employment.leave-before-start': 422,
  'employment.overlap': 409,
  'employment.present-already': 409,
  'employment.ended-already': 409,
  'employment.not-found': 404,
  'activities.not-found': 404,
  'activities.name-taken': 409,
  'activities.unknown': 422,
  'activities.in-use': 409,
  'shifts.not-found': 404,
  'shifts.no-such-time': 422,
  'shifts.end-before-start': 422,
  'shifts.too-long': 422,
  'skills.not-found': 404,
  'skills.name-taken': 409,
  'skills.unknown': 422,
  'skills.overlap': 409,
  'work.availability-overlap': 422,
  'mail.not-found': 404,
  'mail.no-server': 409,
  'mail.link-dead': 409,
  'mail.test-failed': 422,
  'settings.invalid': 422,
  'server.failed': 500,
  'server.busy': 503,
  'server.unavailable': 503,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof refusals;

/** What can be wrong with one field of a request; the words stand in `texts/refusals.ts` under `fields.<code>`. */
export type FieldProblem = {
  field: string;
  code: string;
  message: string;
  /** The person whom a taken e-mail or number belongs to, for those who may see them. */
  about?: { id: string; name: string };
};

/** RFC 9457 problem details, as every refused call answers. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: RefusalCode;
  detail: string;
  fields?: FieldProblem[];
  /** For `request.stale`: the version that is stored now. */
  current?: number;
};
