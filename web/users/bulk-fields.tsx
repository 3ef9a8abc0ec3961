import { NativeSelect, Stack, Text } from '@mantine/core';
import type { BulkAct, BulkDeed } from '../../contract/bulk.ts';
import { type Language, languages } from '../../contract/shapes.ts';
import { DayField } from '../kit/day-field.tsx';
import { languageName } from '../kit/language-name.ts';
import type { Pick } from '../kit/pick-many.tsx';
import { useTexts } from '../kit/texts.tsx';
import { TimeZoneField } from '../kit/time-zone-field.tsx';
import { GroupPicker } from './group-picker.tsx';
import { RolesField } from './roles-field.tsx';

type Chosen = { roles: string[]; groups: Pick[]; language: Language; timeZone: string; day: string };

export const nothingChosen: Chosen = {
  roles: [],
  groups: [],
  language: 'nl',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  day: '',
};

/** The deed with what was chosen for it; null while something is missing. */
export function actOf(deed: BulkDeed, { roles, groups, language, timeZone, day }: Chosen): BulkAct | null {
  switch (deed) {
    case 'give-roles':
    case 'take-roles':
      return roles.length > 0 ? { deed, roles } : null;
    case 'add-to-groups':
    case 'remove-from-groups':
      return groups.length > 0 ? { deed, groups: groups.map(({ id }) => id) } : null;
    case 'set-language':
      return { deed, language };
    case 'set-time-zone':
      return { deed, timeZone };
    case 'set-leave-date':
      return day !== '' ? { deed, leavesOn: day } : null;
    case 'reactivate':
      return { deed, startsOn: day || undefined };
    default:
      return { deed };
  }
}

type Props = {
  deed: BulkDeed;
  chosen: Chosen;
  change: (chosen: Chosen) => void;
  error: string | undefined;
};

/** What a deed needs to know. */
export function BulkFields({ deed, chosen, change, error }: Props) {
  const t = useTexts();
  const set = (changes: Partial<Chosen>) => change({ ...chosen, ...changes });
  switch (deed) {
    case 'give-roles':
    case 'take-roles':
      return <RolesField value={chosen.roles} onChange={(roles) => set({ roles })} error={error} />;
    case 'add-to-groups':
    case 'remove-from-groups':
      return (
        <Stack gap="xs">
          <GroupPicker chosen={chosen.groups} change={(groups) => set({ groups })} />
          {error && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {error}
            </Text>
          )}
        </Stack>
      );
    case 'set-language':
      return (
        <NativeSelect
          label={t('fields.name.language')}
          value={chosen.language}
          onChange={(event) => set({ language: event.currentTarget.value as Language })}
          data={languages.map((language) => ({ value: language, label: languageName(language) }))}
        />
      );
    case 'set-time-zone':
      return (
        <TimeZoneField
          label={t('fields.name.timeZone')}
          value={chosen.timeZone}
          onChange={(timeZone) => set({ timeZone })}
        />
      );
    case 'set-leave-date':
    case 'reactivate': {
      const leaving = deed === 'set-leave-date';
      return (
        <DayField
          label={t(leaving ? 'fields.name.leavesOn' : 'fields.name.startsOn')}
          value={chosen.day}
          onChange={(day) => set({ day })}
          required={leaving}
          error={error}
          autoFocus
        />
      );
    }
    default:
      return null;
  }
}
