import { Button, Group, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { isEmail, normaliseEmail } from '../../contract/emails.ts';
import { addMember, type Member, type Organisation } from '../../contract/organisations.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { TextLink } from '../kit/links.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { type Texts, useTexts } from '../kit/texts.tsx';
import { affectedByMembers } from './affected.ts';
import { useFindsOthers } from './own-organisations.ts';
import type { Asking } from './request-form.tsx';
import { RoleChoice } from './role-choice.tsx';
import { WhoField } from './who-field.tsx';

/** Adds somebody who is known, or the e-mail address of somebody new; `refused` hears when inviting is switched off. */
export function AddForm(props: {
  organisation: Organisation;
  close: () => void;
  refused: (asking: Asking) => void;
}) {
  const t = useTexts();
  const { organisation, close, refused } = props;
  const finds = useFindsOthers(organisation.id);
  const wrong = t(finds ? 'members.add.who.invalid' : 'members.add.who.email.invalid');
  const form = useCallForm(addMember, {
    initial: { who: '', user: '', role: '' },
    input: ({ who, user, role }) => ({
      organisation: organisation.id,
      role,
      ...(user === '' ? { email: who } : { user }),
    }),
    check: ({ who, user, role }) => ({
      email: user !== '' || isEmail(normaliseEmail(who)) ? undefined : wrong,
      role: role === '' ? t('fields.required') : undefined,
    }),
    refresh: affectedByMembers,
    done: (member) => {
      noticeDone(<Added member={member} words={wordsOf(member, organisation, t)} />);
      close();
    },
  });
  const { who, role } = form.values;
  const off = form.problem?.code === 'members.inviting-is-off';
  useEffect(() => {
    if (off) refused({ email: who, role });
  }, [off, refused, who, role]);
  return (
    <CallForm form={form} label={t('members.add')}>
      <Stack>
        <WhoField
          organisation={organisation}
          value={who}
          chosen={form.values.user !== ''}
          error={form.errors.email ?? form.errors.user}
          change={(text, user) => {
            form.set({ who: text, user });
            form.setError('email', null);
          }}
        />
        <RoleChoice value={role} error={form.errors.role} change={(chosen) => form.set({ role: chosen })} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('kit.cancel')}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t('members.add.submit')}
          </Button>
        </Group>
      </Stack>
    </CallForm>
  );
}

function wordsOf({ user, state }: Member, organisation: Organisation, t: Texts): string {
  if (state === 'pending') return t('members.add.done.pending', { email: user.email });
  return t('members.add.done.active', { name: user.name, organisation: organisation.name });
}

function Added({ member, words }: { member: Member; words: string }) {
  return (
    <>
      {words}{' '}
      <TextLink to="/users/$id" params={{ id: member.id }} inherit underline="always">
        {member.user.name}
      </TextLink>
    </>
  );
}
