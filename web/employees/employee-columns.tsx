import type { Employee } from '../../contract/employees.ts';
import type { Column } from '../kit/column-head.tsx';
import { useDates } from '../kit/dates.ts';
import { TextLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { StateMark } from '../users/person-marks.tsx';
import { ActivityMark } from '../work/activity-mark.tsx';
import classes from './employees.module.css';

/** Who it is, in which team, for what, and between which days. */
export function useEmployeeColumns(): Column<Employee>[] {
  const t = useTexts();
  return [
    { key: 'name', title: t('users.list.name'), lead: true, cell: (employee) => <Name {...employee} /> },
    {
      key: 'number',
      title: t('fields.name.personnelNumber'),
      cell: ({ personnelNumber }) => personnelNumber ?? '–',
    },
    {
      key: 'teams',
      title: t('employees.teams'),
      cell: ({ teams }) => teams.map(({ name }) => name).join(', ') || '–',
    },
    {
      key: 'activities',
      title: t('work.activities'),
      wrap: true,
      cell: ({ activities }) =>
        activities.length === 0 ? (
          '–'
        ) : (
          <div className={classes.marks}>
            {activities.map((activity) => (
              <ActivityMark key={activity.id} {...activity} />
            ))}
          </div>
        ),
    },
    {
      key: 'skills',
      title: t('work.skills'),
      wrap: true,
      cell: ({ skills }) => skills.map(({ name, level }) => `${name} ${level} %`).join(', ') || '–',
    },
    {
      key: 'membership',
      title: t('employees.membership'),
      cell: (employee) => <Membership {...employee} />,
    },
  ];
}

/** To the page of the user for whoever may see that, else to what there is to know about the employee. */
function Name({ id, firstName, infix, lastName, state }: Employee) {
  const may = useMay();
  const words = (
    <>
      {[firstName, infix].filter(Boolean).join(' ')} <strong>{lastName}</strong>
    </>
  );
  return (
    <span className={classes.marks}>
      <TextLink to={may('users.view') ? '/users/$id' : '/employees/$id'} params={{ id }}>
        {words}
      </TextLink>
      {state !== 'active' && <StateMark state={state} />}
    </span>
  );
}

function Membership({ startsOn, leavesOn, state }: Employee) {
  const t = useTexts();
  const dates = useDates();
  if (startsOn === null) return '–';
  if (leavesOn !== null) return t('employees.until', { day: dates.day(leavesOn) });
  return t(state === 'starting' ? 'employees.from' : 'employees.since', { day: dates.day(startsOn) });
}
