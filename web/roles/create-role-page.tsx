import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { createRole, getRole } from '../../contract/roles.ts';
import type { Search } from '../kit/address-state.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { RoleFields } from './role-fields.tsx';
import { type RoleValues, roleValues, within } from './role-values.ts';
import classes from './roles.module.css';
import { useHeld } from './use-held.ts';

const empty: RoleValues = { name: '', description: '', category: '', scope: 'installation', permissions: [] };

/** Makes a role; with `?copy=<id>` it begins as a copy, within the rights that the reader has. */
export function CreateRolePage() {
  const t = useTexts();
  const { copy } = useSearch({ strict: false }) as Search;
  const wanted = typeof copy === 'string' ? copy : undefined;
  const held = useHeld();
  const query = useQuery({ ...queryOf(getRole, { id: wanted ?? '' }), enabled: wanted !== undefined });
  const from = query.data && roleValues(query.data);
  const initial = from && {
    ...from,
    name: t('roles.copy.name', { name: from.name }).slice(0, 60),
    permissions: from.permissions.filter(held),
  };
  return (
    <Page
      title={t('roles.create')}
      crumbs={[
        <TextLink key="roles" to="/roles" inherit>
          {t('shell.roles')}
        </TextLink>,
      ]}
    >
      <ProblemAlert problem={query.error} retry={() => void query.refetch()} />
      {wanted === undefined || initial ? (
        <CreateForm key={wanted} initial={initial ?? empty} />
      ) : (
        !query.error && <Skeleton height={420} radius={10} />
      )}
    </Page>
  );
}

function CreateForm({ initial }: { initial: RoleValues }) {
  const t = useTexts();
  const navigate = useNavigate();
  const form = useCallForm(createRole, {
    initial,
    input: (values) => ({ ...values, permissions: within(values) }),
    refresh: ['roles', 'audit'],
    done: (role) => {
      noticeDone(t('roles.create.done', { name: role.name }));
      void navigate({ to: '/roles/$id', params: { id: role.id } });
    },
  });
  return (
    <CallForm form={form} guard label={t('roles.create')} className={classes.sections}>
      <RoleFields form={form} />
      <Group justify="flex-end" gap="xs">
        <ButtonLink to="/roles" variant="default">
          {t('kit.cancel')}
        </ButtonLink>
        <Button type="submit" loading={form.sending}>
          {t('roles.create.save')}
        </Button>
      </Group>
    </CallForm>
  );
}
