import { Autocomplete, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Permission } from '../../contract/permissions.ts';
import { listRoles, roleScopes } from '../../contract/roles.ts';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { PermissionTree } from './permission-tree.tsx';
import { inOrder, type RoleValues } from './role-values.ts';

type Form = {
  values: RoleValues;
  errors: Record<string, ReactNode>;
  set: (values: Partial<RoleValues>) => void;
};

/** The fields of a role: what it is called and for, where it counts (`fixed` once it exists), which rights it gives. */
export function RoleFields({ form, fixed, disabled }: { form: Form; fixed?: boolean; disabled?: boolean }) {
  const t = useTexts();
  const { values, errors, set } = form;
  return (
    <>
      <Section title={t('roles.details')}>
        <Stack maw={620}>
          <TextInput
            name="name"
            label={t('roles.field.name')}
            withAsterisk
            aria-required
            disabled={disabled}
            value={values.name}
            error={errors.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Textarea
            name="description"
            label={t('roles.field.description')}
            description={t('roles.field.description.about')}
            autosize
            minRows={1}
            disabled={disabled}
            value={values.description}
            error={errors.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
          <CategoryField form={form} disabled={disabled} />
          {fixed ? <ScopeRead scope={values.scope} /> : <ScopeField form={form} />}
        </Stack>
      </Section>
      <Section title={t('roles.field.permissions')}>
        {errors.permissions && (
          <Text c="var(--mantine-color-error)" role="alert" mb="sm">
            {errors.permissions}
          </Text>
        )}
        <PermissionTree
          scope={values.scope}
          chosen={values.permissions}
          change={(chosen: Permission[]) => set({ permissions: inOrder(chosen) })}
          disabled={disabled ?? false}
        />
      </Section>
    </>
  );
}

function CategoryField({ form, disabled }: { form: Form; disabled: boolean | undefined }) {
  const t = useTexts();
  const { data } = useQuery(queryOf(listRoles, {}));
  const known = new Set((data?.items ?? []).flatMap(({ category }) => category ?? []));
  return (
    <Autocomplete
      name="category"
      label={t('roles.field.category')}
      description={t('roles.field.category.about')}
      data={[...known].sort()}
      disabled={disabled}
      value={form.values.category}
      error={form.errors.category}
      onChange={(category) => form.set({ category })}
    />
  );
}

function ScopeField({ form }: { form: Form }) {
  const t = useTexts();
  return (
    <Radio.Group
      label={t('roles.field.scope')}
      value={form.values.scope}
      onChange={(scope) => form.set({ scope: scope as RoleValues['scope'] })}
    >
      <Stack gap="xs" mt={6}>
        {roleScopes.map((scope) => (
          <Radio
            key={scope}
            value={scope}
            label={t(`roles.scope.${scope}`)}
            description={t(`roles.scope.${scope}.about`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function ScopeRead({ scope }: { scope: RoleValues['scope'] }) {
  const t = useTexts();
  return (
    <div>
      <Text fw={500}>{t('roles.field.scope')}</Text>
      <Text size="sm" c="dimmed">
        {t(`roles.scope.${scope}`)}. {t(`roles.scope.${scope}.about`)}
      </Text>
    </div>
  );
}
