import { Button, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type BulkDeed, type BulkRun, getBulk, startBulk, stopBulk } from '../../contract/bulk.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeFailed } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** What can be done with a run now: begin, stop, go on. */
export function BulkSteps({ run }: { run: BulkRun }) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const done = (now: BulkRun) => {
    setAsking(false);
    client.setQueryData(queryOf(getBulk, { id: now.id }).queryKey, now);
  };
  const start = useAct(startBulk, { done });
  const stop = useAct(stopBulk, { done });
  const { id, state, act, counts } = run;
  const ready = (state === 'checked' || state === 'stopped') && counts.fits > 0 && counts.waiting === 0;
  const deleting = act.deed === 'delete';
  const begin = () =>
    deleting ? setAsking(true) : start.mutate({ input: { id } }, { onError: noticeFailed });
  if (state === 'checking' || state === 'running') {
    return (
      <Button
        variant="default"
        loading={stop.isPending}
        onClick={() => stop.mutate({ input: { id } }, { onError: noticeFailed })}
      >
        {t('bulk.page.stop')}
      </Button>
    );
  }
  if (!ready) return null;
  return (
    <>
      <Button color={deleting ? 'red.8' : undefined} loading={start.isPending} onClick={begin}>
        {state === 'stopped' ? t('bulk.page.continue') : t(beginText(act.deed), { count: counts.fits })}
      </Button>
      {deleting && (
        <DeleteDialog
          count={counts.fits}
          opened={asking}
          close={() => setAsking(false)}
          busy={start.isPending}
          problem={start.error}
          act={(count) => start.mutate({ input: { id, count } })}
        />
      )}
    </>
  );
}

/** The button says what happens when it is pressed. */
function beginText(deed: BulkDeed) {
  if (deed === 'welcome-mail') return 'bulk.page.begin.mail';
  return deed === 'delete' ? 'bulk.page.begin.delete' : 'bulk.page.begin';
}

function DeleteDialog(props: {
  count: number;
  opened: boolean;
  close: () => void;
  busy: boolean;
  problem: { message: string } | null;
  act: (count: number) => void;
}) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const { count } = props;
  return (
    <ConfirmDialog
      opened={props.opened}
      close={props.close}
      title={t('bulk.page.delete.title', { count })}
      confirm={t('bulk.page.begin.delete', { count })}
      danger
      busy={props.busy}
      disabled={typed.trim() !== String(count)}
      problem={props.problem}
      act={() => props.act(count)}
    >
      <Text>{t('bulk.page.delete.text')}</Text>
      <TextInput
        label={t('bulk.page.delete.count', { count: String(count) })}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
