import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeRole, getRole, type Role } from '../../contract/roles.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf } from '../kit/queries.ts';
import { type Difference, StaleDialog } from '../kit/stale-dialog.tsx';
import { type Texts, useTexts } from '../kit/texts.tsx';
import { useNewest } from '../kit/use-newest.ts';
import { RoleFields } from './role-fields.tsx';
import { changesOf, type RoleValues, roleValues } from './role-values.ts';
import classes from './roles.module.css';

/** Changes a role over the version that was read; when somebody else saved meanwhile, both versions are shown. */
export function EditRole({ role }: { role: Role }) {
  const t = useTexts();
  const client = useQueryClient();
  const [base, setBase] = useState(role);
  const [closed, setClosed] = useState<unknown>(null);
  const form = useCallForm(changeRole, {
    initial: roleValues(base),
    version: base.version,
    input: (values) => ({ id: role.id, ...changesOf(values, roleValues(base)) }),
    refresh: ['roles', 'users', 'audit', 'session'],
    done: (saved) => {
      client.setQueryData(queryOf(getRole, { id: role.id }).queryKey, saved);
      adopt(saved);
      noticeDone(t('roles.save.done', { name: saved.name }));
    },
  });
  function adopt(newest: Role): void {
    setBase(newest);
    form.restart(roleValues(newest));
  }
  const stale = form.problem?.code === 'request.stale' && form.problem !== closed;
  const newest = useNewest(getRole, role.id, stale);
  return (
    <CallForm form={form} guard label={role.name} className={classes.sections}>
      <RoleFields form={form} fixed />
      {form.dirty && (
        <section className={classes.bar} aria-label={t('kit.save')}>
          <Text className={classes.barText}>{t('roles.save.reaches', { count: base.holders ?? 0 })}</Text>
          <Button variant="default" onClick={() => form.restart(roleValues(base))} disabled={form.sending}>
            {t('roles.discard')}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t('kit.save')}
          </Button>
        </section>
      )}
      <StaleDialog
        opened={stale}
        close={() => setClosed(form.problem)}
        differences={newest && differencesOf(form.values, roleValues(base), roleValues(newest), t)}
        keepMine={() => {
          if (newest) void form.send(newest.version);
        }}
        takeTheirs={() => newest && adopt(newest)}
      />
    </CallForm>
  );
}

/** Field by field what stands here and what is stored now; what the reader did not touch is said to be so. */
function differencesOf(mine: RoleValues, base: RoleValues, theirs: RoleValues, t: Texts): Difference[] {
  const touched = Object.keys(changesOf(mine, base));
  const words = (values: RoleValues, field: keyof RoleValues) =>
    field === 'permissions'
      ? values.permissions.map((permission) => t(`permissions.${permission}`)).join(', ') || t('kit.none')
      : values[field] || '–';
  return (['name', 'description', 'category', 'permissions'] as const)
    .filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))
    .map((field) => ({
      field: t(`roles.field.${field}`),
      mine: touched.includes(field) ? words(mine, field) : t('users.save.untouched'),
      theirs: words(theirs, field),
    }));
}
