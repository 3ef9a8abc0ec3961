import type { InputOf } from '../../contract/endpoint.ts';
import type { setDefaultSender, setUserGroups } from '../../contract/groups.ts';
import type { Versioned } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { refuseField } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { deleteGroupLinks, insertGroupLinks, listGroupsOf } from '../groups/group-links.sql.ts';
import { readLinks } from '../groups/read-links.ts';
import { assertNotHeld } from '../held-fields/assert-not-held.ts';
import { fieldOfKind } from '../held-fields/held-fields.ts';
import { lockVisibleUser } from '../members/gate.ts';
import { assertMayTouch } from '../members/touch.ts';
import { assertVersion, updateMarks, updateVersion } from '../users/users.sql.ts';

/** Makes these the groups, teams, mailboxes and administrations of a person; those that stay keep their dates. */
export async function setUserGroupsAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof setUserGroups>>,
): Promise<void> {
  const day = await ensureToday(db);
  const wanted = await readLinks(db, actor, input.groups, 'groups');
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, input.id);
    assertVersion(user, input.version);
    const before = await listGroupsOf(transaction, user.id);
    const added = wanted.filter(({ id }) => !before.some((group) => group.id === id));
    const gone = before.filter(({ id }) => !wanted.some((group) => group.id === id));
    if (added.length + gone.length === 0) return;
    const kinds = [...added, ...gone].map(({ kind }) => fieldOfKind[kind]);
    await assertNotHeld(transaction, actor, user.id, kinds);
    await insertGroupLinks(transaction, user.id, added, day);
    await deleteGroupLinks(
      transaction,
      user.id,
      gone.map(({ id }) => id),
    );
    if (gone.some(({ id }) => id === user.default_sender)) {
      await updateMarks(transaction, user.id, { default_sender: null });
    } else {
      await updateVersion(transaction, user.id);
    }
    await recordDeeds(transaction, actor, [
      {
        action: 'users.groups-changed',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [
          { field: 'groups', from: before.map(({ name }) => name), to: wanted.map(({ name }) => name) },
        ],
      },
    ]);
  });
}

/** The mailbox that mail from this person names as its sender: one that they are linked to today. */
export async function setDefaultSenderAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof setDefaultSender>>,
): Promise<void> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, input.id);
    await assertMayTouch(transaction, actor, user, 'details', day);
    assertVersion(user, input.version);
    if (user.default_sender === input.mailbox) return;
    const linked = (await listGroupsOf(transaction, user.id)).filter(
      ({ kind, until }) => kind === 'mailbox' && (until === null || until >= day),
    );
    const next = linked.find(({ id }) => id === input.mailbox);
    if (input.mailbox !== null && !next) throw refuseField('groups.unknown', 'mailbox');
    await updateMarks(transaction, user.id, { default_sender: input.mailbox });
    const before = linked.find(({ id }) => id === user.default_sender);
    await recordDeeds(transaction, actor, [
      {
        action: 'users.sender-changed',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [{ field: 'defaultSender', from: before?.email ?? null, to: next?.email ?? null }],
      },
    ]);
  });
}
