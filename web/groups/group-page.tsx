import { Badge, Button, Skeleton } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type Group, getGroup } from '../../contract/groups.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { DetailsSection } from './details-section.tsx';
import classes from './groups.module.css';
import { MembersSection } from './members-section.tsx';
import { MessageDialog } from './message-dialog.tsx';

/** The page of one group, team, mailbox or administration. */
export function GroupPage() {
  const t = useTexts();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(queryOf(getGroup, { id }));
  if (error && (error.status === 404 || error.status === 400)) return <MissingGroup />;
  if (data) return <OneGroup key={data.id} group={data} />;
  return (
    <Page title={t('groups.title')}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && <Skeleton height={320} radius={10} />}
    </Page>
  );
}

function OneGroup({ group }: { group: Group }) {
  const t = useTexts();
  const may = useMay();
  const [asking, setAsking] = useState<'message' | 'delete' | null>(null);
  const close = () => setAsking(null);
  return (
    <Page
      title={group.name}
      beside={
        <Badge variant="light" color="gray" tt="none" fw={550} c="var(--mantine-color-text)">
          {t(`groups.kind.${group.kind}`)}
        </Badge>
      }
      crumbs={[
        <TextLink key="groups" to="/groups" search={{ kind: group.kind }} inherit>
          {t(`groups.kinds.${group.kind}`)}
        </TextLink>,
      ]}
      action={
        <>
          {may('groups.change') && (
            <Button variant="default" onClick={() => setAsking('delete')}>
              {t('groups.delete')}
            </Button>
          )}
          {may('groups.message') && (
            <Button onClick={() => setAsking('message')}>{t('groups.message')}</Button>
          )}
        </>
      }
    >
      <div className={classes.sections}>
        <DetailsSection group={group} />
        <MembersSection group={group} />
      </div>
      <MessageDialog group={group} opened={asking === 'message'} close={close} />
      <DeleteDialog group={group} opened={asking === 'delete'} close={close} />
    </Page>
  );
}

function MissingGroup() {
  const t = useTexts();
  return (
    <Page title={t('groups.page.missing')}>
      <EmptyState
        icon={<IconUsersGroup size={22} />}
        title={t('groups.not-found')}
        action={<ButtonLink to="/groups">{t('groups.page.back')}</ButtonLink>}
      />
    </Page>
  );
}
