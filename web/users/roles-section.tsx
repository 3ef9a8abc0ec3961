import type { User } from '../../contract/users.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { RolesField, RolesRead } from './roles-field.tsx';
import type { UserDraft } from './use-user-draft.tsx';
import { WhyNot } from './why-not.tsx';

/** Which roles this person has. */
export function RolesSection({ user, draft }: { user: User; draft: UserDraft }) {
  const t = useTexts();
  if (!user.allowed.includes('roles')) {
    return (
      <Section title={t('fields.name.roles')} about={<WhyNot needs="users.roles" />}>
        <RolesRead roles={user.roles} />
      </Section>
    );
  }
  return (
    <Section
      title={t('fields.name.roles')}
      about={draft.draft.roles.length === 0 && !user.admin ? t('users.roles.none.about') : undefined}
    >
      <RolesField
        value={[...draft.draft.roles]}
        onChange={(roles) => draft.change({ roles })}
        error={draft.errors.roles}
        given={user.roles}
      />
    </Section>
  );
}
