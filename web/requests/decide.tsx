import { Button, Group } from '@mantine/core';
import { decideRequest, type MemberRequest } from '../../contract/requests.ts';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './requests.module.css';

/** Approves with one click; declining asks first. */
export function Decide(props: {
  request: MemberRequest;
  decline: (request: MemberRequest) => void;
  refresh: string[];
}) {
  const t = useTexts();
  const { id, email, organisation } = props.request;
  const act = useAct(decideRequest, {
    refresh: props.refresh,
    done: () => noticeDone(t('requests.approve.done', { email, organisation: organisation.name })),
  });
  return (
    <Group gap={6} className={classes.acts}>
      <Button
        size="compact-sm"
        loading={act.isPending}
        aria-label={t('requests.approve.of', { email })}
        onClick={() => act.mutate({ input: { id, approved: true } }, { onError: noticeFailed })}
      >
        {t('requests.approve')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('requests.decline.of', { email })}
        onClick={() => props.decline(props.request)}
      >
        {t('requests.decline')}
      </Button>
    </Group>
  );
}
