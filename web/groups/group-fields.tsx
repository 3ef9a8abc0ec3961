import { Stack, Textarea, TextInput } from '@mantine/core';
import type { Group, GroupKind } from '../../contract/groups.ts';
import type { useCallForm } from '../kit/form.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './groups.module.css';

/** What can be typed about a group, as text; empty text is nothing. */
export type GroupValues = {
  name: string;
  description: string;
  email: string;
  displayName: string;
  code: string;
};

type Fields = ReturnType<typeof useCallForm<never, GroupValues>>;

export const emptyGroup: GroupValues = { name: '', description: '', email: '', displayName: '', code: '' };

/** What is stored, as the fields show it. */
export function valuesOf(group: Group): GroupValues {
  return {
    name: group.name,
    description: group.description ?? '',
    email: group.email ?? '',
    displayName: group.displayName ?? '',
    code: group.code ?? '',
  };
}

/** Only the fields that this kind has: the others may not be sent. */
export function fieldsFor(kind: GroupKind, { name, description, email, displayName, code }: GroupValues) {
  return {
    name,
    description,
    ...(kind === 'mailbox' ? { email, displayName } : {}),
    ...(kind === 'administration' ? { code } : {}),
  };
}

/** Name and description, and what only a mailbox or an administration has. */
export function GroupFields(props: { kind: GroupKind; field: Fields['field']; autoFocus?: boolean }) {
  const t = useTexts();
  const { kind, field } = props;
  return (
    <Stack gap="sm">
      <TextInput
        label={t('groups.name')}
        maxLength={100}
        withAsterisk
        aria-required
        data-autofocus={props.autoFocus || undefined}
        {...field('name')}
      />
      {kind === 'mailbox' && (
        <div className={classes.pairs}>
          <TextInput
            label={t('fields.name.email')}
            description={t('groups.email.about')}
            type="email"
            withAsterisk
            aria-required
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...field('email')}
          />
          <TextInput
            label={t('fields.name.displayName')}
            description={t('groups.display-name.about')}
            maxLength={100}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...field('displayName')}
          />
        </div>
      )}
      {kind === 'administration' && (
        <TextInput label={t('fields.name.code')} maxLength={20} maw={220} {...field('code')} />
      )}
      <Textarea
        label={t('fields.name.description')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        {...field('description')}
      />
    </Stack>
  );
}
