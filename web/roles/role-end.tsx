import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getChoices } from '../../contract/settings.ts';
import { DayField } from '../kit/day-field.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** The last day on which a role counts for somebody; empty text is none. */
export function RoleEnd(props: { role: string; day: string; change: (day: string) => void }) {
  const t = useTexts();
  const { role, day } = props;
  const [asked, setAsked] = useState(false);
  const { data } = useQuery(queryOf(getChoices, {}));
  if (day === '' && !asked) {
    return (
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={t('roles.end.set.of', { role })}
        onClick={() => setAsked(true)}
      >
        {t('roles.end.set')}
      </Button>
    );
  }
  return (
    <Group align="end" gap="xs" mt={4}>
      <DayField
        label={t('roles.end.field', { role })}
        value={day}
        onChange={props.change}
        min={data?.today}
        description={t('roles.end.about')}
        autoFocus={asked}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('roles.end.remove.of', { role })}
        onClick={() => {
          setAsked(false);
          props.change('');
        }}
      >
        {t('roles.end.remove')}
      </Button>
    </Group>
  );
}
