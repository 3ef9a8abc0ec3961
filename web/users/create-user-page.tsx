import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getChoices } from '../../contract/settings.ts';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useCameFrom } from './came-from.ts';
import { CreateUserForm } from './create-user-form.tsx';
import { lastList } from './list-address.ts';

/** Making a user. The form waits for the defaults of the installation, so that nothing typed is changed by them. */
export function CreateUserPage() {
  const t = useTexts();
  const from = useCameFrom();
  const { data, error, refetch } = useQuery(queryOf(getChoices, {}));
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
      {data ? <CreateUserForm choices={data} /> : !error && <Skeleton height={420} radius={10} />}
    </Page>
  );
}
