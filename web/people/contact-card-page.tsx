import { Skeleton } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { getColleague } from '../../contract/people.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { Portrait } from '../kit/portrait.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { CardActs } from './card-acts.tsx';
import { ContactSection } from './contact-section.tsx';
import { lastPeople } from './people-address.ts';
import { PlaceSection } from './place-section.tsx';

/** Somebody's contact card: who it is and how to reach them, for whoever may see the directory. */
export function ContactCardPage() {
  const t = useTexts();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(queryOf(getColleague, { id }));
  const crumbs = [
    <TextLink key="people" to="/people" search={lastPeople()} inherit>
      {t('people.title')}
    </TextLink>,
  ];
  if (error && (error.status === 404 || error.status === 400)) {
    return (
      <Page title={t('people.page.missing')} crumbs={crumbs}>
        <EmptyState
          icon={<IconUserQuestion size={22} />}
          title={t('people.not-found')}
          action={<ButtonLink to="/people">{t('people.page.missing.list')}</ButtonLink>}
        >
          {t('people.page.missing.text')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={data?.name ?? t('people.card')}
      lead={data && <Portrait person={data} size={96} />}
      about={data?.jobTitle}
      width="reading"
      crumbs={crumbs}
    >
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={320} radius={10} />}
      {data && (
        <>
          <CardActs person={data} />
          <ContactSection person={data} />
          <PlaceSection person={data} />
        </>
      )}
    </Page>
  );
}
