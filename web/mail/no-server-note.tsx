import { IconMailOff } from '@tabler/icons-react';
import { TextLink } from '../kit/links.tsx';
import { Note } from '../kit/note.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useBranding, useSession } from '../session/session.ts';

/**
 * Says that mail reaches nobody while no mail server is set, and where to set one. The frame says so on every page,
 * but not in the demo.
 */
export function NoServerNote() {
  const t = useTexts();
  const { user } = useSession();
  const { demo } = useBranding();
  if (!demo) return null;
  return (
    <Note tone="warning" icon={<IconMailOff size={18} />} title={t('mail.no-server.title')}>
      {t('mail.no-server.text')}{' '}
      {user.admin ? (
        <TextLink to="/settings" hash="mail-server">
          {t('mail.no-server.set')}
        </TextLink>
      ) : (
        t('mail.no-server.ask')
      )}
    </Note>
  );
}
