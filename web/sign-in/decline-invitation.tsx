import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { declineInvitation } from '../../contract/sign-in.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** The way to say no to an invitation; asks first, because everything about the person is erased. */
export function DeclineInvitation(props: { token: string; organisations: string; declined: () => void }) {
  const t = useTexts();
  const { token, organisations, declined } = props;
  const [asking, setAsking] = useState(false);
  const act = useAct(declineInvitation, { done: declined });
  return (
    <>
      <Button variant="subtle" fullWidth onClick={() => setAsking(true)}>
        {t('invitation.decline')}
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t('invitation.decline.title', { organisations })}
        confirm={t('invitation.decline.submit')}
        danger
        busy={act.isPending}
        problem={act.error}
        act={() => act.mutate({ input: { token } })}
      >
        <Text>{t('invitation.decline.text')}</Text>
      </ConfirmDialog>
    </>
  );
}
