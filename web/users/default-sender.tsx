import { NativeSelect } from '@mantine/core';
import { setDefaultSender } from '../../contract/groups.ts';
import type { User } from '../../contract/user-shapes.ts';
import { noticeDone } from '../kit/notices.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useUserAct } from './use-user-act.ts';

/** The mailbox in whose name this person's messages go out; counts at once. Only for those who have a mailbox. */
export function DefaultSender({ user }: { user: User }) {
  const t = useTexts();
  const save = useUserAct(setDefaultSender, {
    tell: true,
    done: () => noticeDone(t('groups.user.sender.saved')),
  });
  const mailboxes = user.groups.filter(({ kind }) => kind === 'mailbox');
  if (mailboxes.length === 0) return null;
  return (
    <NativeSelect
      label={t('groups.user.sender')}
      description={t('groups.user.sender.about')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={user.defaultSender ?? ''}
      disabled={save.busy || !user.allowed.includes('change')}
      onChange={({ currentTarget: { value } }) =>
        save.run({ id: user.id, mailbox: value === '' ? null : value }, user.version)
      }
      data={[
        { value: '', label: t('groups.user.sender.none') },
        ...mailboxes.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
      ]}
    />
  );
}
