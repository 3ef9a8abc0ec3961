import { Button } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Activity, deleteActivity, listActivities } from '../../contract/work.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { ActivityMark } from '../work/activity-mark.tsx';
import { ActivityDialog } from './activity-dialog.tsx';
import { DeleteThing } from './delete-thing.tsx';
import { ThingActs } from './thing-acts.tsx';
import { wholePage } from './whole-page.ts';

type Asked = { act: 'save'; thing: Activity | null } | { act: 'delete'; thing: Activity };

/** What shifts can be about. */
export function ActivitiesTab() {
  const t = useTexts();
  const may = useMay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const { data, error, refetch } = useQuery(queryOf(listActivities, {}));
  const columns = useActivityColumns(may('employees.change') ? setAsked : undefined);
  return (
    <>
      {may('employees.change') && (
        <div>
          <Button onClick={() => setAsked({ act: 'save', thing: null })}>{t('activities.create')}</Button>
        </div>
      )}
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && (
        <DataTable
          label={t('work.activities')}
          columns={columns}
          page={wholePage(data?.items)}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon={<IconClipboardList size={22} />} title={t('activities.empty')}>
              {t('activities.empty.text')}
            </EmptyState>
          }
        />
      )}
      {asked?.act === 'save' && <ActivityDialog activity={asked.thing} close={close} />}
      {asked?.act === 'delete' && (
        <DeleteThing of="activities" call={deleteActivity} thing={asked.thing} close={close} />
      )}
    </>
  );
}

function useActivityColumns(ask: ((asked: Asked) => void) | undefined): Column<Activity>[] {
  const t = useTexts();
  const columns: Column<Activity>[] = [
    {
      key: 'name',
      title: t('groups.name'),
      lead: true,
      cell: (activity) => <ActivityMark {...activity} />,
    },
    {
      key: 'needs',
      title: t('activities.needs'),
      wrap: true,
      cell: ({ skills }) =>
        skills.map(({ name, level }) => `${name} ${level} %`).join(', ') || t('activities.needs.none'),
    },
    { key: 'people', title: t('activities.people'), cell: ({ people }) => people },
  ];
  if (!ask) return columns;
  return [
    ...columns,
    {
      key: 'acts',
      pinned: true,
      title: '',
      align: 'end',
      cell: (thing) => (
        <ThingActs
          of="activities"
          name={thing.name}
          edit={() => ask({ act: 'save', thing })}
          remove={() => ask({ act: 'delete', thing })}
        />
      ),
    },
  ];
}
