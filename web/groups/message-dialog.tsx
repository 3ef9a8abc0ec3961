import { Button, Group as Row, Skeleton, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../contract/endpoint.ts';
import { type Group, previewGroupMessage, sendGroupMessage } from '../../contract/groups.ts';
import { CallForm } from '../kit/call-form.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** A mail to everybody who is linked; says beforehand how many get it, and for whom it is held. */
export function MessageDialog(props: { group: Group; opened: boolean; close: () => void }) {
  const t = useTexts();
  return (
    <Dialog
      opened={props.opened}
      close={props.close}
      title={t('groups.message.title', { name: props.group.name })}
      size="lg"
    >
      <Message group={props.group} close={props.close} />
    </Dialog>
  );
}

function Message({ group, close }: { group: Group; close: () => void }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery({
    ...queryOf(previewGroupMessage, { id: group.id }),
    staleTime: 0,
  });
  const form = useCallForm(sendGroupMessage, {
    initial: { subject: '', text: '' },
    input: (values) => ({ id: group.id, ...values }),
    refresh: ['mail', 'audit'],
    done: (counts) => {
      close();
      noticeDone(t('groups.message.done', counts));
    },
  });
  const nobody = data !== undefined && data.mails + data.held === 0;
  return (
    <CallForm form={form}>
      <Stack>
        <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
        <div aria-live="polite">
          {data ? <Receivers counts={data} /> : !error && <Skeleton height={20} />}
        </div>
        <TextInput
          label={t('groups.message.subject')}
          maxLength={200}
          withAsterisk
          aria-required
          data-autofocus
          {...form.field('subject')}
        />
        <Textarea
          label={t('groups.message.text')}
          autosize
          minRows={6}
          maxRows={16}
          maxLength={20_000}
          withAsterisk
          aria-required
          {...form.field('text')}
        />
        <Row justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('kit.cancel')}
          </Button>
          <Button type="submit" loading={form.sending} disabled={!data || nobody}>
            {t('groups.message.submit')}
          </Button>
        </Row>
      </Stack>
    </CallForm>
  );
}

function Receivers({ counts }: { counts: OutputOf<typeof previewGroupMessage> }) {
  const t = useTexts();
  const { mails, held, atOnce } = counts;
  if (mails + held === 0) return <Text>{t('groups.message.nobody')}</Text>;
  return (
    <Text>
      {t('groups.message.receivers', { mails })} {held > 0 && t('groups.message.held', { held })}
      {atOnce && t('groups.message.at-once')}
    </Text>
  );
}
