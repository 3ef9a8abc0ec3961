import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listGroups } from '../../contract/groups.ts';
import { listRoles } from '../../contract/roles.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { queryOf } from '../kit/queries.ts';
import { type Difference, StaleDialog } from '../kit/stale-dialog.tsx';
import { type Texts, useTexts } from '../kit/texts.tsx';
import { type Draft, type DraftField, draftOf, fieldsBetween } from './draft.ts';
import type { UserDraft } from './use-user-draft.tsx';

/** What Save may have to ask: which version stays, and whether one means to give up one's own admin access. */
export function SaveDialogs(props: { draft: UserDraft; askingOwnAdmin: boolean; closeOwnAdmin: () => void }) {
  const t = useTexts();
  const { draft } = props;
  const differences = useDifferences(draft);
  return (
    <>
      <StaleDialog
        opened={draft.theirs !== null}
        close={draft.closeTheirs}
        differences={differences}
        keepMine={draft.keepMine}
        takeTheirs={draft.takeTheirs}
      />
      <ConfirmDialog
        opened={props.askingOwnAdmin}
        close={props.closeOwnAdmin}
        title={t('users.admin.own.title')}
        confirm={t('users.admin.own.confirm')}
        danger
        act={() => {
          props.closeOwnAdmin();
          void draft.save();
        }}
      >
        <Text>{t('users.admin.own.text')}</Text>
      </ConfirmDialog>
    </>
  );
}

/** Field by field what stands here and what is stored now; what the reader did not touch is said to be so. */
function useDifferences({ draft, base, theirs, changed }: UserDraft): Difference[] | undefined {
  const t = useTexts();
  const asksGroups = theirs !== null && changed.includes('groups');
  const { data } = useQuery(queryOf(listRoles, { scope: 'installation' }));
  const { data: groups } = useQuery({ ...queryOf(listGroups, { limit: 200 }), enabled: asksGroups });
  if (!theirs) return undefined;
  const roleName = (id: string) => data?.items.find((role) => role.id === id)?.name ?? id;
  const groupName = (id: string) =>
    [...theirs.groups, ...base.groups, ...(groups?.items ?? [])].find((one) => one.id === id)?.name ?? '–';
  const names = { roleName, groupName };
  const stored = draftOf(theirs);
  return fieldsBetween(draft, stored).map((field) => ({
    field: t(`fields.name.${field}`),
    mine: changed.includes(field) ? valueInWords(field, draft, t, names) : t('users.save.untouched'),
    theirs: valueInWords(field, stored, t, names),
  }));
}

type Names = Record<'roleName' | 'groupName', (id: string) => string>;

function valueInWords(field: DraftField, draft: Draft, t: Texts, { roleName, groupName }: Names): string {
  if (field === 'admin') return t(draft.admin ? 'users.save.yes' : 'users.save.no');
  if (field === 'roles') return draft.roles.map(roleName).join(', ') || t('kit.none');
  if (field === 'groups') return draft.groups.map(groupName).join(', ') || t('kit.none');
  if (field === 'roleEnds') {
    const ends = Object.entries(draft.roleEnds).map(([role, day]) => `${roleName(role)}: ${day}`);
    return ends.join(', ') || '–';
  }
  if (field === 'language') return t(`languages.${draft.language as 'nl'}`);
  return draft[field] || '–';
}
