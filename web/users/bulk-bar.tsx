import { Button, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { type BulkDeed, bulkPermissions } from '../../contract/bulk.ts';
import { Flyout } from '../kit/flyout.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import classes from './list.module.css';
import type { Ticked } from './use-ticked.ts';
import type { UserPage } from './use-user-list.ts';

const BulkDialog = lazy(() =>
  import('./bulk-dialog.tsx').then(({ BulkDialog }) => ({ default: BulkDialog })),
);

/** What one may do to many people. */
export function useBulkDeeds(): BulkDeed[] {
  const may = useMay();
  return (Object.keys(bulkPermissions) as BulkDeed[]).filter((deed) => may(bulkPermissions[deed]));
}

/** How many are ticked, and what to do to them. */
export function BulkBar({ ticked, total }: { ticked: Ticked; total: UserPage['total'] | undefined }) {
  const t = useTexts();
  const [deed, setDeed] = useState<BulkDeed | null>(null);
  const more = total && (!total.exact || total.count > ticked.ids.size);
  return (
    <section className={classes.found} aria-label={t('bulk.bar')}>
      <Text size="sm" fw={550} aria-live="polite">
        {ticked.all && total ? t('bulk.chosen.all', total) : t('bulk.chosen', { count: ticked.ids.size })}
      </Text>
      <DeedMenu choose={setDeed} />
      {!ticked.all && more && (
        <Button variant="subtle" size="compact-sm" onClick={ticked.takeAll}>
          {t('bulk.take-all', total)}
        </Button>
      )}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={ticked.clear}>
        {t('bulk.take-none')}
      </Button>
      {deed && (
        <Suspense>
          <BulkDialog deed={deed} people={ticked.people} close={() => setDeed(null)} />
        </Suspense>
      )}
    </section>
  );
}

function DeedMenu({ choose }: { choose: (deed: BulkDeed) => void }) {
  const t = useTexts();
  const deeds = useBulkDeeds();
  return (
    <Flyout
      label={t('bulk.bar')}
      position="bottom-start"
      width={310}
      button={(button) => (
        <Button size="compact-sm" rightSection={<IconChevronDown size={14} aria-hidden />} {...button}>
          {t('bulk.menu')}
        </Button>
      )}
    >
      {(close) => (
        <Stack gap={2}>
          {deeds.map((deed) => (
            <Button
              key={deed}
              variant="subtle"
              color={deed === 'delete' ? 'red' : 'gray'}
              c={deed === 'delete' ? 'var(--mantine-color-error)' : 'var(--mantine-color-text)'}
              justify="start"
              size="sm"
              fw={450}
              onClick={() => {
                close();
                choose(deed);
              }}
            >
              {t(`bulk.deed.${deed}`)}
            </Button>
          ))}
        </Stack>
      )}
    </Flyout>
  );
}
