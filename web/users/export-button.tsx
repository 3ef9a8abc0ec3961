import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { exportUsers } from '../../contract/users.ts';
import { addressOf } from '../kit/call.ts';
import { noticeDone } from '../kit/notices.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { askedOf } from './list-address.ts';
import type { UserPage } from './use-user-list.ts';

/** Downloads exactly the people of this list as CSV; says how many before and after. */
export function ExportButton(props: {
  asked: ReturnType<typeof askedOf>;
  total: UserPage['total'] | undefined;
}) {
  const t = useTexts();
  const { asked, total } = props;
  return (
    <Button
      component="a"
      href={addressOf(exportUsers, asked)}
      download
      title={total && t('users.list.export.about', total)}
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => total && noticeDone(t('users.list.export.begun', total))}
    >
      {t('users.list.export')}
    </Button>
  );
}

const ExportDialog = lazy(() =>
  import('./export-dialog.tsx').then(({ ExportDialog }) => ({ default: ExportDialog })),
);

/** The same with columns and a kind of file that one chooses. */
export function ExportChoiceButton(props: {
  asked: ReturnType<typeof askedOf>;
  total: UserPage['total'] | undefined;
}) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('users.export.open')}
      </Button>
      <Suspense>{asking && <ExportDialog {...props} close={() => setAsking(false)} />}</Suspense>
    </>
  );
}
