import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
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
function useDifferences({ draft, theirs, changed }: UserDraft): Difference[] | undefined {
  const t = useTexts();
  const { data } = useQuery(queryOf(listRoles, { scope: 'installation' }));
  if (!theirs) return undefined;
  const roleName = (id: string) => data?.items.find((role) => role.id === id)?.name ?? id;
  const stored = draftOf(theirs);
  return fieldsBetween(draft, stored).map((field) => ({
    field: t(`fields.name.${field}`),
    mine: changed.includes(field) ? valueInWords(field, draft, t, roleName) : t('users.save.untouched'),
    theirs: valueInWords(field, stored, t, roleName),
  }));
}

function valueInWords(field: DraftField, draft: Draft, t: Texts, roleName: (id: string) => string): string {
  if (field === 'admin') return t(draft.admin ? 'users.save.yes' : 'users.save.no');
  if (field === 'roles') return draft.roles.map(roleName).join(', ') || t('kit.none');
  if (field === 'roleEnds') {
    const ends = Object.entries(draft.roleEnds).map(([role, day]) => `${roleName(role)}: ${day}`);
    return ends.join(', ') || '–';
  }
  if (field === 'language') return t(`languages.${draft.language as 'nl'}`);
  return draft[field] || '–';
}
