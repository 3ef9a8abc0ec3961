import { Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OutputOf } from '../../contract/endpoint.ts';
import { previewDemo, removeDemo } from '../../contract/setup.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** Asks before the demo is taken away; names the people who were added by hand and belong to it. */
export function RemoveDemoDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const t = useTexts();
  const client = useQueryClient();
  const { data, error } = useQuery({ ...queryOf(previewDemo, {}), enabled: opened, staleTime: 0 });
  const remove = useAct(removeDemo, {
    done: ({ removed }) => {
      close();
      noticeDone(t('settings.demo.removed', { count: removed }));
      void client.invalidateQueries();
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      close={close}
      title={t('settings.demo.confirm.title')}
      confirm={t('settings.demo.confirm.act')}
      danger
      busy={remove.isPending}
      disabled={!data}
      problem={remove.error ?? error}
      act={() => remove.mutate({ input: {} })}
    >
      <Text>{t('settings.demo.confirm.text')}</Text>
      {data && data.count > 0 && <Touched touched={data} />}
    </ConfirmDialog>
  );
}

function Touched({ touched: { people, count, homeless } }: { touched: OutputOf<typeof previewDemo> }) {
  const t = useTexts();
  return (
    <Stack gap="xs">
      <Text>
        {t('settings.demo.touched', { count })}{' '}
        {homeless > 0 && t('settings.demo.homeless', { count: homeless })}
      </Text>
      <Text size="sm">{people.join(', ')}</Text>
      {count > people.length && (
        <Text size="sm">{t('settings.demo.more', { count: count - people.length })}</Text>
      )}
    </Stack>
  );
}
