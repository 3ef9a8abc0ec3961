import { Stack } from '@mantine/core';
import type { User } from '../../contract/user-shapes.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { ExplainRights } from '../roles/explain-rights.tsx';
import { heldFieldsOf } from './held-fields.ts';
import { RolesField, RolesRead } from './roles-field.tsx';
import type { UserDraft } from './use-user-draft.tsx';
import { WhyNot } from './why-not.tsx';

/** Which roles this person has. */
export function RolesSection({ user, draft }: { user: User; draft: UserDraft }) {
  const t = useTexts();
  const held = heldFieldsOf(user).has('roles');
  if (held || !user.allowed.includes('roles')) {
    const why = held ? t('personnel-files.user.field') : <WhyNot needs="users.roles" />;
    return (
      <Section title={t('fields.name.roles')} about={why}>
        <Stack align="start">
          <RolesRead roles={user.roles} />
          <ExplainRights user={user} />
        </Stack>
      </Section>
    );
  }
  return (
    <Section
      title={t('fields.name.roles')}
      about={draft.draft.roles.length === 0 && !user.admin ? t('users.roles.none.about') : undefined}
    >
      <Stack>
        <RolesField
          value={[...draft.draft.roles]}
          onChange={(roles) => draft.change({ roles, roleEnds: endsOf(roles, draft.draft.roleEnds) })}
          error={draft.errors.roles}
          given={user.roles}
          ends={{
            days: draft.draft.roleEnds,
            change: (role, day) =>
              draft.change({ roles: draft.draft.roles, roleEnds: withEnd(draft, role, day) }),
          }}
        />
        <div>
          <ExplainRights user={user} />
        </div>
      </Stack>
    </Section>
  );
}

/** Only the last days of roles that are still ticked. */
function endsOf(roles: string[], ends: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(ends).filter(([role]) => roles.includes(role)));
}

function withEnd(draft: UserDraft, role: string, day: string): Record<string, string> {
  const { [role]: _before, ...others } = draft.draft.roleEnds;
  return day === '' ? others : { ...others, [role]: day };
}
