import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getWork } from '../../contract/work.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useMay } from '../session/session.ts';
import { ActivitiesSection } from './activities-section.tsx';
import { AvailabilitySection } from './availability-section.tsx';
import { ShiftsSection } from './shifts-section.tsx';
import { SkillsSection } from './skills-section.tsx';
import classes from './work.module.css';

/** What somebody may do, how well, and when: for the page of a user and that of an employee. */
export function WorkSections({ id }: { id: string }) {
  const may = useMay();
  const { data, error, refetch } = useQuery(queryOf(getWork, { id }));
  if (!data) {
    return error ? (
      <ProblemAlert problem={error} retry={() => void refetch()} />
    ) : (
      <Skeleton height={300} radius={10} />
    );
  }
  return (
    <div className={classes.sections}>
      <ActivitiesSection work={data} />
      <SkillsSection work={data} />
      <AvailabilitySection work={data} />
      {may('schedule.view') && <ShiftsSection id={id} />}
    </div>
  );
}
