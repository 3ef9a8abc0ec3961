import type { Group, GroupKind } from '../../contract/groups.ts';
import type { Column } from '../kit/column-head.tsx';
import { TextLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';

/** The columns of a kind: a mailbox has an address, an administration a code. */
export function useGroupColumns(kind: GroupKind): Column<Group>[] {
  const t = useTexts();
  const columns: (Column<Group> | false)[] = [
    {
      key: 'name',
      title: t('groups.name'),
      lead: true,
      cell: (group) => (
        <TextLink to="/groups/$id" params={{ id: group.id }} fw={600}>
          {group.name}
        </TextLink>
      ),
    },
    kind === 'mailbox' && { key: 'email', title: t('fields.name.email'), cell: (group) => group.email },
    kind === 'administration' && {
      key: 'code',
      title: t('fields.name.code'),
      cell: (group) => group.code ?? '–',
    },
    {
      key: 'description',
      title: t('fields.name.description'),
      width: '40%',
      cell: (group) => group.description ?? '–',
    },
    { key: 'members', title: t('groups.members'), cell: (group) => group.members },
    { key: 'managers', title: t('groups.managers'), cell: (group) => group.managers },
  ];
  return columns.filter((column) => column !== false);
}
