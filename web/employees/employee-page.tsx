import { Skeleton } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { getWork, type Work } from '../../contract/work.ts';
import { useDates } from '../kit/dates.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Facts } from '../kit/facts.tsx';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { StateMark } from '../users/person-marks.tsx';
import { WorkSections } from '../work/work-sections.tsx';

/** Somebody as an employee, for planners: what they can do and when, and nothing of their account. */
export function EmployeePage() {
  const t = useTexts();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(queryOf(getWork, { id }));
  const missing = error?.status === 404 || error?.status === 400;
  return (
    <Page
      title={data?.name ?? t('employees.title')}
      beside={data && <StateMark state={data.state} />}
      width="reading"
      crumbs={[
        <TextLink key="employees" to="/employees" inherit>
          {t('employees.title')}
        </TextLink>,
      ]}
    >
      {missing && <EmptyState icon={<IconUserQuestion size={22} />} title={t('employees.page.missing')} />}
      {!missing && <ProblemAlert problem={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton height={420} radius={10} />}
      {data && (
        <>
          <About work={data} />
          <WorkSections id={id} />
        </>
      )}
    </Page>
  );
}

function About({ work }: { work: Work }) {
  const t = useTexts();
  const dates = useDates();
  const periods = work.staffMemberships.map(({ startsOn, leavesOn }) =>
    leavesOn === null
      ? t('users.membership.from', { day: dates.day(startsOn) })
      : t('users.membership.period', { start: dates.day(startsOn), end: dates.day(leavesOn) }),
  );
  return (
    <Section title={t('work.title')}>
      <Facts
        facts={[
          { name: t('fields.name.jobTitle'), value: work.jobTitle },
          { name: t('fields.name.personnelNumber'), value: work.personnelNumber },
          { name: t('employees.teams'), value: work.teams.map(({ name }) => name).join(', ') || null },
          { name: t('employees.membership'), value: periods.join('; ') || null },
        ]}
      />
    </Section>
  );
}
