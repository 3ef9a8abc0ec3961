import { permissions } from '../../contract/permissions.ts';
import type { explainPermissions } from '../../contract/roles.ts';
import type { Act } from '../act/act.ts';
import { seenOrganisations } from '../act/actor.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { getVisibleUser } from '../members/gate.ts';
import { listPermissionSources } from '../members/members.sql.ts';
import { roleName } from '../roles/role-name.ts';

/** What somebody may do and why: from the same sources that decide at the door, those in other organisations left out. */
export const explainPermissionsAct: Act<typeof explainPermissions> = async (db, actor, { id }) => {
  const day = await ensureToday(db);
  const user = await getVisibleUser(db, actor, id);
  const seen = seenOrganisations(actor);
  const given = (await listPermissionSources(db, id, day)).filter(
    ({ organisation }) => organisation === null || seen === null || seen.includes(organisation.id),
  );
  const admin = { kind: 'admin-access' as const, role: null, organisation: null, endsOn: null };
  const sourcesOf = (permission: string) => [
    ...(user.is_admin ? [admin] : []),
    ...given
      .filter((source) => source.permission === permission)
      .map(({ role, organisation, endsOn }) => ({
        kind: organisation ? ('organisation-role' as const) : ('role' as const),
        role: { id: role.id, name: roleName(role, actor.language) },
        organisation,
        endsOn,
      })),
  ];
  return {
    items: permissions
      .map((permission) => ({ permission, sources: sourcesOf(permission) }))
      .filter(({ sources }) => sources.length > 0),
    counts: user.state === 'active',
  };
};
