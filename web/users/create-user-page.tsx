import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listOrganisations } from '../../contract/organisations.ts';
import { getChoices } from '../../contract/settings.ts';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import type { Belonging } from '../organisations/organisations-field.tsx';
import { useMay } from '../session/session.ts';
import { useCameFrom } from './came-from.ts';
import { CreateUserForm } from './create-user-form.tsx';
import { lastList } from './list-address.ts';

/** Where somebody new belongs unless told otherwise; undefined until that is known. */
function useHome(): Belonging[] | undefined {
  const may = useMay();
  const sees = may('organisations.view');
  const { data, error } = useQuery({ ...queryOf(listOrganisations, { home: true }), enabled: sees });
  if (!sees || error) return [];
  return data?.items.map(({ id, name }) => ({ id, name, role: 'member' }));
}

/** Making a user. The form waits for the defaults of the installation, so that nothing typed is changed by them. */
export function CreateUserPage() {
  const t = useTexts();
  const from = useCameFrom();
  const { data, error, refetch } = useQuery(queryOf(getChoices, {}));
  const home = useHome();
  return (
    <Page
      title={t('users.new.title')}
      width="reading"
      crumbs={[
        <TextLink key="list" to={from.to} search={from.to === '/users' ? lastList() : {}} inherit>
          {t(from.text)}
        </TextLink>,
      ]}
    >
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {data && home ? (
        <CreateUserForm choices={data} home={home} />
      ) : (
        !error && <Skeleton height={420} radius={10} />
      )}
    </Page>
  );
}
