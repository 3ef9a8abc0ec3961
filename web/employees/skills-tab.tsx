import { Button } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteSkill, listSkills, type Skill } from '../../contract/work.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { DeleteThing } from './delete-thing.tsx';
import { SkillDialog } from './skill-dialog.tsx';
import { ThingActs } from './thing-acts.tsx';
import { wholePage } from './whole-page.ts';

type Asked = { act: 'save'; thing: Skill | null } | { act: 'delete'; thing: Skill };

/** What people can do more or less well. */
export function SkillsTab() {
  const t = useTexts();
  const may = useMay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const { data, error, refetch } = useQuery(queryOf(listSkills, {}));
  const columns: Column<Skill>[] = [
    { key: 'name', title: t('groups.name'), lead: true, cell: ({ name }) => name },
    { key: 'people', title: t('skills.people'), cell: ({ people }) => people },
  ];
  const acts: Column<Skill> = {
    key: 'acts',
    pinned: true,
    title: '',
    align: 'end',
    cell: (thing) => (
      <ThingActs
        of="skills"
        name={thing.name}
        edit={() => setAsked({ act: 'save', thing })}
        remove={() => setAsked({ act: 'delete', thing })}
      />
    ),
  };
  return (
    <>
      {may('employees.change') && (
        <div>
          <Button onClick={() => setAsked({ act: 'save', thing: null })}>{t('skills.create')}</Button>
        </div>
      )}
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && (
        <DataTable
          label={t('work.skills')}
          columns={may('employees.change') ? [...columns, acts] : columns}
          page={wholePage(data?.items)}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon={<IconCertificate size={22} />} title={t('skills.empty')}>
              {t('skills.empty.text')}
            </EmptyState>
          }
        />
      )}
      {asked?.act === 'save' && <SkillDialog skill={asked.thing} close={close} />}
      {asked?.act === 'delete' && (
        <DeleteThing of="skills" call={deleteSkill} thing={asked.thing} close={close} />
      )}
    </>
  );
}
