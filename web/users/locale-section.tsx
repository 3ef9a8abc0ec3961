import type { User } from '../../contract/user-shapes.ts';
import { Facts } from '../kit/facts.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { LocaleFields } from './person-fields.tsx';
import type { UserDraft } from './use-user-draft.tsx';

/** In which language and time zone this person reads Muster. */
export function LocaleSection({ user, draft }: { user: User; draft: UserDraft }) {
  const t = useTexts();
  return (
    <Section title={t('users.form.locale')}>
      {user.allowed.includes('change') ? (
        <LocaleFields field={draft.field} />
      ) : (
        <Facts
          facts={[
            { name: t('fields.name.language'), value: t(`languages.${user.language}`) },
            { name: t('fields.name.timeZone'), value: user.timeZone.replaceAll('_', ' ') },
          ]}
        />
      )}
    </Section>
  );
}
