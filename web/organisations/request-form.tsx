import { Anchor, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import type { Organisation } from '../../contract/organisations.ts';
import { requestMember } from '../../contract/requests.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { Note } from '../kit/note.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useBranding } from '../session/session.ts';
import { useFindsOthers } from './own-organisations.ts';
import { RoleChoice } from './role-choice.tsx';

/** Whom a request is for, as far as it was filled in before. */
export type Asking = { email: string; role: string };

/** Explains that inviting is switched off, and asks an administrator of the installation to add somebody. */
export function RequestForm(props: {
  organisation: Organisation;
  asking: Asking;
  close: () => void;
  addAnyway: () => void;
}) {
  const t = useTexts();
  const { organisation, close } = props;
  const finds = useFindsOthers(organisation.id);
  const form = useCallForm(requestMember, {
    initial: { ...props.asking, note: '' },
    input: (values) => ({ organisation: organisation.id, ...values }),
    check: ({ role }) => ({ role: role === '' ? t('fields.required') : undefined }),
    refresh: ['requests', 'audit'],
    done: ({ email }) => {
      noticeDone(t('members.request.done', { email }));
      close();
    },
  });
  return (
    <CallForm form={form} label={t('members.request.submit')}>
      <Stack>
        <WhyOff finds={finds} />
        <TextInput
          type="email"
          label={t('members.add.who.email')}
          withAsterisk
          aria-required
          data-autofocus
          {...form.field('email')}
        />
        <RoleChoice value={form.values.role} error={form.errors.role} change={(role) => form.set({ role })} />
        <Textarea
          label={t('members.request.note')}
          description={t('members.request.note.about')}
          autosize
          minRows={2}
          {...form.field('note')}
        />
        <Group justify="space-between" gap="xs">
          {finds ? (
            <Button variant="subtle" onClick={props.addAnyway}>
              {t('members.request.again')}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              {t('kit.cancel')}
            </Button>
            <Button type="submit" loading={form.sending}>
              {t('members.request.submit')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </CallForm>
  );
}

function WhyOff({ finds }: { finds: boolean }) {
  const t = useTexts();
  const { supportEmail } = useBranding();
  const [before, after] = t('members.off.support', { email: '\n' }).split('\n');
  return (
    <Note icon={<IconMailOff size={18} />} tone="warning" title={t('members.off.title')}>
      <Text>{t('members.off.text')}</Text>
      {finds && <Text>{t('members.off.known')}</Text>}
      {supportEmail && (
        <Text>
          {before}
          <Anchor href={`mailto:${supportEmail}`} inherit underline="always">
            {supportEmail}
          </Anchor>
          {after}
        </Text>
      )}
    </Note>
  );
}
