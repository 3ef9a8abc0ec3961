import { Text } from '@mantine/core';
import { decideRequest, type MemberRequest } from '../../contract/requests.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** Asks before a request is declined: whoever asked is told at once. */
export function DeclineRequest({ request, close }: { request: MemberRequest; close: () => void }) {
  const t = useTexts();
  const { id, email, organisation } = request;
  const act = useAct(decideRequest, {
    refresh: ['requests', 'mail', 'audit'],
    done: () => {
      noticeDone(t('requests.decline.done', { email }));
      close();
    },
  });
  return (
    <ConfirmDialog
      opened
      close={close}
      title={t('requests.decline.title', { email })}
      confirm={t('requests.decline')}
      danger
      busy={act.isPending}
      problem={act.error}
      act={() => act.mutate({ input: { id, approved: false } })}
    >
      <Text>{t('requests.decline.text', { email, organisation: organisation.name })}</Text>
    </ConfirmDialog>
  );
}
