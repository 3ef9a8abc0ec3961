import { Button, Skeleton } from '@mantine/core';
import { IconCheck, IconDownload, IconMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { Permission } from '../../contract/permissions.ts';
import { exportRoles, listRoles, type Role } from '../../contract/roles.ts';
import { addressOf } from '../kit/call.ts';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { permissionGroups } from './permission-groups.ts';
import classes from './roles.module.css';

/** Which role gives which right: rights down, roles across; both stay in view while scrolling. */
export function RolesTablePage() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(queryOf(listRoles, {}));
  return (
    <Page
      title={t('roles.table')}
      about={t('roles.table.about')}
      fill
      crumbs={[
        <TextLink key="roles" to="/roles" inherit>
          {t('shell.roles')}
        </TextLink>,
      ]}
      action={
        <Button
          component="a"
          href={addressOf(exportRoles, {})}
          download
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('roles.export')}
        </Button>
      }
    >
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={420} radius={8} />}
      {data && <Matrix roles={data.items} />}
    </Page>
  );
}

function Matrix({ roles }: { roles: Role[] }) {
  const t = useTexts();
  return (
    <section className={classes.matrix} aria-label={t('roles.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('roles.table.right')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                <TextLink to="/roles/$id" params={{ id: role.id }} inherit>
                  {role.name}
                </TextLink>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionGroups.installation.map((group) => (
            <Fragment key={group.name}>
              <tr className={classes.feature}>
                <th scope="rowgroup">{t(group.text)}</th>
                <td colSpan={roles.length} />
              </tr>
              {group.permissions.map((permission) => (
                <tr key={permission}>
                  <th scope="row">{t(`permissions.${permission}`)}</th>
                  {roles.map((role) => (
                    <Cell key={role.id} role={role} permission={permission} />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ role, permission }: { role: Role; permission: Permission }) {
  const t = useTexts();
  const has = role.permissions.includes(permission);
  const Icon = has ? IconCheck : IconMinus;
  return (
    <td className={has ? classes.yes : classes.no}>
      <Icon size={16} role="img" aria-label={t(has ? 'roles.table.has' : 'roles.table.has-not')} />
    </td>
  );
}
