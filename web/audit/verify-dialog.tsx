import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { verifyAudit } from '../../contract/audit.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Note } from '../kit/note.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './audit.module.css';

type Verification = OutputOf<typeof verifyAudit>;

/** Checks the whole chain each time it is opened, and shows what came of it with the hash to write down. */
export function VerifyDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const t = useTexts();
  const { data, error, isFetching, refetch } = useQuery({
    ...queryOf(verifyAudit, {}),
    enabled: opened,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog opened={opened} close={close} title={t('audit.verify.title')} size="lg">
      <Stack aria-live="polite" aria-busy={isFetching}>
        {isFetching && (
          <>
            <Text>{t('audit.verify.busy')}</Text>
            <Skeleton height={120} />
          </>
        )}
        {!isFetching && <ProblemAlert problem={error} retry={() => void refetch()} />}
        {!isFetching && data && <Outcome found={data} />}
      </Stack>
    </Dialog>
  );
}

function Outcome({ found }: { found: Verification }) {
  const t = useTexts();
  return (
    <>
      {found.sound ? (
        <Note tone="success" icon={<IconShieldCheck size={20} />} title={t('audit.verify.sound')}>
          {t('audit.verify.sound.text', { count: found.entries })}
        </Note>
      ) : (
        <Note tone="danger" icon={<IconAlertTriangle size={20} />} title={t('audit.verify.broken')}>
          {t('audit.verify.broken.text', { entry: found.brokenAt ?? found.entries })}
        </Note>
      )}
      {found.erased > 0 && (
        <Text size="sm" c="dimmed">
          {t('audit.verify.erased', { count: found.erased })}
        </Text>
      )}
      <div>
        <Text fw={550}>{t('audit.verify.head')}</Text>
        <Text size="sm" c="dimmed" mb={8}>
          {t('audit.verify.head.about')}
        </Text>
        <div className={classes.hash}>{found.head}</div>
      </div>
      <Group justify="flex-end">
        <CopyButton text={found.head} label={t('audit.verify.copy')} />
      </Group>
    </>
  );
}
