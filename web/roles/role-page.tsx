import { Badge, Skeleton } from '@mantine/core';
import { IconCopy, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { getRole, type Role } from '../../contract/roles.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { Note } from '../kit/note.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { DeleteRole } from './delete-role.tsx';
import { EditRole } from './edit-role.tsx';
import { HoldersSection } from './holders-section.tsx';
import { RoleFields } from './role-fields.tsx';
import { roleValues } from './role-values.ts';
import classes from './roles.module.css';

/** The page of a role: its rights, who has it, deleting it. */
export function RolePage() {
  const t = useTexts();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(queryOf(getRole, { id }));
  if (data) return <ShownRole key={data.id} role={data} />;
  const missing = error?.status === 404 || error?.status === 400;
  return (
    <Page title={t(missing ? 'roles.missing' : 'shell.roles')}>
      {missing ? (
        <EmptyState
          title={t('roles.not-found')}
          action={<ButtonLink to="/roles">{t('roles.missing.list')}</ButtonLink>}
        />
      ) : (
        <ProblemAlert problem={error} retry={() => void refetch()} />
      )}
      {!error && <Skeleton height={420} radius={10} />}
    </Page>
  );
}

function ShownRole({ role }: { role: Role }) {
  const t = useTexts();
  const may = useMay();
  return (
    <Page
      title={role.name}
      beside={
        role.key !== null && (
          <Badge variant="default" tt="none" fw={550}>
            {t('roles.default')}
          </Badge>
        )
      }
      crumbs={[
        <TextLink key="roles" to="/roles" inherit>
          {t('shell.roles')}
        </TextLink>,
      ]}
      action={
        may('roles.change') && (
          <ButtonLink
            to="/roles/new"
            search={{ copy: role.id }}
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
          >
            {t('roles.copy')}
          </ButtonLink>
        )
      }
    >
      {may('roles.change') ? <EditRole role={role} /> : <ReadRole role={role} />}
      <HoldersSection role={role} />
      {may('roles.change') && <DeleteRole role={role} />}
    </Page>
  );
}

function ReadRole({ role }: { role: Role }) {
  const t = useTexts();
  return (
    <div className={classes.sections}>
      <Note icon={<IconInfoCircle size={18} />}>{t('roles.read-only')}</Note>
      <RoleFields form={{ values: roleValues(role), errors: {}, set: () => undefined }} fixed disabled />
    </div>
  );
}
