import { Button, Group } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type PersonnelFile, runPersonnelFile } from '../../contract/personnel-files.ts';
import { noticeFailed } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { isUnderWay } from './in-words.ts';

/** Fetches the file now, or only looks what it would change. */
export function RunButtons({ file: { id, lastRun } }: { file: PersonnelFile }) {
  const t = useTexts();
  const navigate = useNavigate();
  const run = useAct(runPersonnelFile, {
    refresh: ['personnel-files'],
    done: (made) => void navigate({ to: '/personnel-file-runs/$id', params: { id: made.id } }),
  });
  const busy = lastRun !== null && (isUnderWay(lastRun) || lastRun.state === 'waiting');
  const start = (check: boolean) => run.mutate({ input: { id, check } }, { onError: noticeFailed });
  return (
    <Group gap="xs">
      <Button variant="default" disabled={busy || run.isPending} onClick={() => start(true)}>
        {t('personnel-files.check')}
      </Button>
      <Button
        leftSection={<IconPlayerPlay size={16} aria-hidden />}
        disabled={busy || run.isPending}
        onClick={() => start(false)}
      >
        {t('personnel-files.run')}
      </Button>
    </Group>
  );
}
