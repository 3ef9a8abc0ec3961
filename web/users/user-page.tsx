import { Skeleton } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { getUser } from '../../contract/users.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { EditUser } from './edit-user.tsx';
import { lastList } from './list-address.ts';

/** The page of a user: everything about them, as far as the reader may know and change it. */
export function UserPage() {
  const t = useTexts();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(queryOf(getUser, { id }));
  if (error && (error.status === 404 || error.status === 400)) return <MissingUser />;
  if (data) return <EditUser key={data.id} user={data} />;
  return (
    <Page title={t('users.page.crumb')}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && <Skeleton height={420} radius={10} />}
    </Page>
  );
}

function MissingUser() {
  const t = useTexts();
  return (
    <Page title={t('users.page.missing')}>
      <EmptyState
        icon={<IconUserQuestion size={22} />}
        title={t('users.not-found')}
        action={
          <ButtonLink to="/users" search={lastList()}>
            {t('users.page.missing.list')}
          </ButtonLink>
        }
      >
        {t('users.page.missing.text')}
      </EmptyState>
    </Page>
  );
}
