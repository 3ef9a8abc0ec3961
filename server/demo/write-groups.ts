import type { Language } from '../../contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import { insertLinks } from '../groups/group-links.sql.ts';
import { type GroupKind, insertGroup } from '../groups/groups.sql.ts';
import type { DemoPerson } from './make-people.ts';
import { makeDice } from './roll-dice.ts';

type DemoGroup = { kind: GroupKind; share: number; nl: string; en: string; email?: string; code?: string };

/** What people of the demo are linked to, with how many of them. */
const demoGroups: readonly DemoGroup[] = [
  { kind: 'group', share: 0.08, nl: 'Bedrijfshulpverleners', en: 'First aiders' },
  { kind: 'group', share: 0.04, nl: 'Ondernemingsraad', en: 'Works council' },
  { kind: 'group', share: 0.3, nl: 'Nieuwsbrief', en: 'Newsletter' },
  { kind: 'team', share: 0.15, nl: 'Team Noord', en: 'Team North' },
  { kind: 'team', share: 0.15, nl: 'Team Zuid', en: 'Team South' },
  { kind: 'team', share: 0.1, nl: 'Team Planning', en: 'Planning team' },
  {
    kind: 'mailbox',
    share: 0.05,
    nl: 'Klantenservice',
    en: 'Customer service',
    email: 'service@zonnekracht.example',
  },
  {
    kind: 'mailbox',
    share: 0.04,
    nl: 'Personeelszaken',
    en: 'Human resources',
    email: 'hr@zonnekracht.example',
  },
  { kind: 'administration', share: 0.06, nl: 'Hoofdadministratie', en: 'Main administration', code: '100' },
  { kind: 'administration', share: 0.04, nl: 'Projecten', en: 'Projects', code: '200' },
];

/** Makes the groups of the demo and links people who stay to them, each from the day on which they were added. */
export async function writeGroups(transaction: Db, people: DemoPerson[], language: Language): Promise<void> {
  const { chance } = makeDice(20_261_122);
  const staying = people.flatMap(({ user, periods }) => {
    const last = periods.at(-1);
    return last?.leavesOn === null ? [{ userId: user.id, since: last.startsOn.toString() }] : [];
  });
  for (const { kind, share, email = null, code = null, ...names } of demoGroups) {
    const fields = { name: names[language], description: null, email, displayName: null, code };
    const id = await insertGroup(transaction, kind, fields, true);
    const members = staying.filter(() => chance(share));
    await insertLinks(
      transaction,
      members.map((member, index) => ({ ...member, groupId: id, manager: index === 0 })),
    );
  }
}
