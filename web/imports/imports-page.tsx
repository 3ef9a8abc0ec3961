import { Button, Group } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getImportTemplate, type Import, listImports } from '../../contract/imports.ts';
import { addressOf } from '../kit/call.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { useDates } from '../kit/dates.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { countsInWords } from './counts-in-words.ts';
import { DropFile } from './drop-file.tsx';
import { ImportState, isWorking } from './import-state.tsx';

const pageSize = 25;

/** Where a file is dropped, and what was done with earlier ones. */
export function ImportsPage() {
  const t = useTexts();
  const paging = usePaging();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queryOf(listImports, { cursor: paging.cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isWorking) ? 1500 : false),
  });
  const columns = useImportColumns();
  const may = useMay();
  const template = (
    <Group gap="xs">
      {may('integrations.manage') && (
        <ButtonLink to="/personnel-files" variant="default">
          {t('personnel-files.link')}
        </ButtonLink>
      )}
      <Button
        component="a"
        href={addressOf(getImportTemplate, {})}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t('imports.template')}
      </Button>
    </Group>
  );
  return (
    <Page title={t('imports.title')} about={t('imports.about')} action={template}>
      <DropFile />
      <Section title={t('imports.earlier')}>
        <ProblemAlert problem={error} retry={() => void refetch()} />
        {!error && (
          <DataTable
            label={t('imports.earlier')}
            columns={columns}
            page={data}
            rowKey={({ id }) => id}
            stale={isPlaceholderData}
            paging={paging}
            pageSize={pageSize}
            empty={
              <EmptyState icon={<IconFileImport size={22} />} title={t('imports.none')}>
                {t('imports.none.text')}
              </EmptyState>
            }
          />
        )}
      </Section>
    </Page>
  );
}

function useImportColumns(): Column<Import>[] {
  const t = useTexts();
  const dates = useDates();
  return useMemo(
    () => [
      {
        key: 'file',
        title: t('imports.file'),
        lead: true,
        cell: ({ id, fileName }) => (
          <TextLink to="/imports/$id" params={{ id }}>
            {fileName}
          </TextLink>
        ),
      },
      { key: 'state', title: t('imports.state'), cell: ({ state }) => <ImportState state={state} /> },
      {
        key: 'result',
        title: t('imports.result'),
        wrap: true,
        cell: ({ counts }) => countsInWords(counts, t),
      },
      {
        key: 'by',
        title: t('imports.by'),
        cell: ({ startedBy }) => startedBy?.name ?? t('imports.command-line'),
      },
      {
        key: 'when',
        title: t('imports.when'),
        width: 190,
        cell: ({ startedAt }) => <span title={dates.relative(startedAt)}>{dates.moment(startedAt)}</span>,
      },
    ],
    [t, dates],
  );
}
