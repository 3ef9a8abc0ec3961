import type { InputOf } from '../../contract/endpoint.ts';
import type { removeOwnPhoto, removeUserPhoto, setOwnPhoto, setUserPhoto } from '../../contract/photos.ts';
import type { Act, Uploaded } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { getVisibleUser, lockVisibleUser } from '../members/gate.ts';
import { assertMayTouch } from '../members/touch.ts';
import { userIdOf } from '../sign-in/own-session.ts';
import { lockUserRow } from '../users/users.sql.ts';
import { makePhoto } from './make-photo.ts';
import { deletePhoto, writePhoto } from './photos.sql.ts';

type Sent = { file?: Uploaded };

/** Looks at the picture only for who may change this person, and asks again once that took its time. */
export const setUserPhotoAct: Act<typeof setUserPhoto> = async (
  db,
  actor,
  { id, file }: InputOf<typeof setUserPhoto> & Sent,
) => {
  const day = await ensureToday(db);
  await assertMayTouch(db, actor, await getVisibleUser(db, actor, id), 'details', day);
  const photo = await makePhoto(pathOf(file));
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, id);
    await assertMayTouch(transaction, actor, user, 'details', day);
    if (await writePhoto(transaction, id, photo)) await record(transaction, actor, 'users.photo-set', id);
  });
  return { photo: photo.tag };
};

export const removeUserPhotoAct: Act<typeof removeUserPhoto> = async (db, actor, { id }) => {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, id);
    await assertMayTouch(transaction, actor, user, 'details', day);
    await remove(transaction, actor, id);
  });
  return undefined;
};

export const setOwnPhotoAct: Act<typeof setOwnPhoto> = async (
  db,
  actor,
  { file }: InputOf<typeof setOwnPhoto> & Sent,
) => {
  const id = userIdOf(actor);
  const photo = await makePhoto(pathOf(file));
  await transact(db, async (transaction) => {
    if (!(await lockUserRow(transaction, id))) throw new Refused('session.required');
    if (await writePhoto(transaction, id, photo)) await record(transaction, actor, 'users.photo-set', id);
  });
  return { photo: photo.tag };
};

export const removeOwnPhotoAct: Act<typeof removeOwnPhoto> = async (db, actor) => {
  await transact(db, (transaction) => remove(transaction, actor, userIdOf(actor)));
  return undefined;
};

function pathOf(file: Uploaded | undefined): string {
  if (!file) throw refuseField('photos.no-file', 'file');
  return file.path;
}

async function remove(transaction: Db, actor: Actor, id: string): Promise<void> {
  if (!(await deletePhoto(transaction, id))) throw new Refused('photos.none');
  await record(transaction, actor, 'users.photo-removed', id);
}

async function record(transaction: Db, actor: Actor, action: string, id: string): Promise<void> {
  await recordDeeds(transaction, actor, [{ action, target: { kind: 'user', id }, about: id }]);
}
