import type { InputOf } from '../../contract/endpoint.ts';
import type { getLogo, removeLogo, setLogo } from '../../contract/logo.ts';
import type { Act, PictureAct, Uploaded } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { deleteLogo, findLogo, writeLogo } from './logos.sql.ts';
import { makeLogo } from './make-logo.ts';

export const getLogoAct: PictureAct<typeof getLogo> = async (db) => {
  const logo = await findLogo(db);
  if (!logo) throw new Refused('logo.none');
  return logo;
};

export const setLogoAct: Act<typeof setLogo> = async (
  db,
  actor,
  { file }: InputOf<typeof setLogo> & { file?: Uploaded },
) => {
  if (!file) throw refuseField('photos.no-file', 'file');
  const logo = await makeLogo(file.path);
  await transact(db, async (transaction) => {
    if (await writeLogo(transaction, logo)) await record(transaction, actor, 'settings.logo-set');
  });
  return { logo: logo.tag };
};

export const removeLogoAct: Act<typeof removeLogo> = async (db, actor) => {
  await transact(db, async (transaction) => {
    if (!(await deleteLogo(transaction))) throw new Refused('logo.none');
    await record(transaction, actor, 'settings.logo-removed');
  });
  return undefined;
};

async function record(transaction: Db, actor: Actor, action: string): Promise<void> {
  await recordDeeds(transaction, actor, [{ action, target: { kind: 'settings', id: null }, about: null }]);
}
