import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Deed } from '../../contract/audit.ts';
import type { Column } from '../kit/column-head.tsx';
import { useDates } from '../kit/dates.ts';
import { deviceName } from '../kit/device-name.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './audit.module.css';
import { Changes } from './changes.tsx';
import { DeedActor, DeedTarget, describeAction } from './deed-parts.tsx';

/** The columns of the audit log. */
export function useAuditColumns(): Column<Deed>[] {
  const t = useTexts();
  const dates = useDates();
  return useMemo(
    () => [
      { key: 'when', title: t('audit.when'), cell: (deed) => dates.moment(deed.at), width: 190 },
      { key: 'who', title: t('audit.who'), cell: ({ actor }) => <DeedActor actor={actor} /> },
      {
        key: 'what',
        title: t('audit.what'),
        lead: true,
        wrap: true,
        width: 180,
        cell: ({ action }) => <span className={classes.action}>{describeAction(t, action)}</span>,
      },
      { key: 'target', title: t('audit.on-whom'), cell: ({ target }) => <DeedTarget target={target} /> },
      {
        key: 'changes',
        title: t('audit.changes'),
        wrap: true,
        width: '32%',
        cell: (deed) => <Changes deed={deed} />,
      },
      { key: 'origin', title: t('audit.from-where'), cell: ({ origin }) => <Origin origin={origin} /> },
    ],
    [t, dates],
  );
}

function Origin({ origin }: { origin: Deed['origin'] }) {
  const t = useTexts();
  if (!origin?.address && !origin?.import) return null;
  return (
    <>
      {origin.import ? t('audit.from-import', { file: origin.import }) : origin.address}
      {origin.token && <Text size="xs">{t('audit.by-token', { name: origin.token })}</Text>}
      {origin.device && (
        <Text size="xs" c="dimmed" className={classes.device} title={origin.device}>
          {deviceName(origin.device, t)}
        </Text>
      )}
    </>
  );
}
