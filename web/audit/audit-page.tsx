import { Button } from '@mantine/core';
import { IconDownload, IconListDetails, IconShieldCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { exportAudit, listAudit } from '../../contract/audit.ts';
import { useAddress } from '../kit/address-state.ts';
import { addressOf } from '../kit/call.ts';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Page } from '../kit/page.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useAuditColumns } from './audit-columns.tsx';
import { AuditFilterBar, type AuditFilters, auditFilters } from './audit-filters.tsx';
import { VerifyDialog } from './verify-dialog.tsx';

const pageSize = 50;

/** Every deed: who did what to whom, and when. */
export function AuditPage() {
  const t = useTexts();
  const [filters, change] = useAddress(auditFilters);
  const paging = usePaging();
  const columns = useAuditColumns();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...queryOf(listAudit, { ...filters, cursor: paging.cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('audit.title')} about={t('audit.about')} action={<Acts filters={filters} />} fill>
      <AuditFilterBar filters={filters} change={change} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && (
        <DataTable
          label={t('audit.title')}
          columns={columns}
          page={data}
          rowKey={(deed) => String(deed.seq)}
          stale={isPlaceholderData}
          paging={paging}
          pageSize={pageSize}
          empty={
            <EmptyState icon={<IconListDetails size={22} />} title={t('audit.empty')}>
              {t('audit.empty.text')}
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}

function Acts({ filters }: { filters: AuditFilters }) {
  const t = useTexts();
  const [verifying, setVerifying] = useState(false);
  return (
    <>
      <Button
        component="a"
        href={addressOf(exportAudit, filters)}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t('audit.export')}
      </Button>
      <Button
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        onClick={() => setVerifying(true)}
        aria-haspopup="dialog"
      >
        {t('audit.verify')}
      </Button>
      <VerifyDialog opened={verifying} close={() => setVerifying(false)} />
    </>
  );
}
