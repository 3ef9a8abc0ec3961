import { Button, Group, Text } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { checkShiftFile, importShiftFile } from '../../contract/shift-files.ts';
import { DropArea } from '../kit/drop-area.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { ImportRows } from './import-rows.tsx';
import classes from './schedule.module.css';

/** A file with shifts: checked as soon as it is there, planned when somebody says so. */
export function ImportFile({ team }: { team: string }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const check = useAct(checkShiftFile);
  const run = useAct(importShiftFile, {
    refresh: ['schedule', 'shifts', 'audit'],
    done: ({ created }) => {
      noticeDone(t('shift-files.done', { count: created }));
      void navigate({ to: '/schedule', search: { team, ...(day === undefined ? {} : { day }) } });
    },
  });
  const checked = file ? check.data : undefined;
  const day = checked?.rows
    .filter(({ outcome }) => outcome === 'create')
    .map(({ startsAt }) => startsAt.slice(0, 10))
    .sort()[0];
  const take = (chosen: File) => {
    setFile(chosen);
    run.reset();
    check.mutate({ input: { team }, file: chosen });
  };
  const again = () => {
    setFile(null);
    check.reset();
    run.reset();
  };
  if (!checked || !file) {
    return (
      <>
        <ProblemAlert problem={check.error} />
        <DropArea
          label={t('shift-files.drop')}
          busyLabel={t('shift-files.reading')}
          choose={t('shift-files.choose')}
          about={t('shift-files.drop.about')}
          icon={<IconCalendarPlus size={28} aria-hidden />}
          accept=".csv,.tsv,.txt,.ics,text/csv,text/calendar"
          busy={check.isPending}
          take={take}
        />
      </>
    );
  }
  const { create = 0, refused = 0 } = checked.counts;
  return (
    <>
      <ProblemAlert
        problem={run.error}
        retry={run.error?.code === 'shift-files.changed' ? () => take(file) : undefined}
      />
      <div className={classes.importing}>
        <Text fw={600}>{file.name}</Text>
        <Group gap="xs">
          <Button variant="default" onClick={again}>
            {t('shift-files.another')}
          </Button>
          <Button
            disabled={create === 0}
            loading={run.isPending}
            onClick={() => run.mutate({ input: { team, create }, file })}
          >
            {t('shift-files.run', { count: create })}
          </Button>
        </Group>
        <Text size="sm" c="dimmed" role="status" className={classes.importNote}>
          {create === 0
            ? t('shift-files.nothing')
            : refused > 0
              ? t('shift-files.run.refused', { count: refused })
              : ''}
        </Text>
      </div>
      <ImportRows rows={checked.rows} counts={checked.counts} />
    </>
  );
}
