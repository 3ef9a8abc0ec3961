import { Skeleton } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { Import } from '../../contract/imports.ts';
import { TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useTexts } from '../kit/texts.tsx';
import { Columns } from './columns.tsx';
import { ImportState, isWorking } from './import-state.tsx';
import classes from './imports.module.css';
import { Outcome } from './outcome.tsx';
import { Progress } from './progress.tsx';
import { Rows } from './rows.tsx';
import { RunButton } from './run-button.tsx';
import { useImport } from './use-import.ts';

/** One file on its way: columns, check, what would change, the run, the report. */
export function ImportPage() {
  const t = useTexts();
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useImport(id);
  return (
    <Page
      title={data?.fileName ?? t('imports.title')}
      beside={data && <ImportState state={data.state} />}
      crumbs={[
        <TextLink key="imports" to="/imports">
          {t('imports.back')}
        </TextLink>,
      ]}
      action={data?.state === 'checked' && <RunButton item={data} />}
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {data ? <Stage item={data} /> : !error && <Skeleton height={300} radius={8} />}
    </Page>
  );
}

function Stage({ item }: { item: Import }) {
  const mayChoose = item.state === 'uploaded' || item.state === 'checked' || item.state === 'undone';
  const isChecked = item.checkedAt !== null && item.state !== 'checking';
  return (
    <div className={classes.stack}>
      {isWorking(item) && <Progress item={item} />}
      {isChecked && <Outcome item={item} />}
      {isChecked && <Rows item={item} />}
      {mayChoose && <Columns key={item.version} item={item} />}
    </div>
  );
}
