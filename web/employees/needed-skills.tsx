import { Checkbox, Fieldset, Group, NumberInput, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listSkills } from '../../contract/work.ts';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

type Needed = { skill: string; level: number };

/** The skills that an activity asks for, each with its lowest level. */
export function NeededSkills({ needed, change }: { needed: Needed[]; change: (needed: Needed[]) => void }) {
  const t = useTexts();
  const { data } = useQuery(queryOf(listSkills, {}));
  if (!data || data.items.length === 0) return null;
  return (
    <Fieldset variant="unstyled" legend={t('activities.needs')}>
      <Stack gap={8}>
        {data.items.map(({ id, name }) => {
          const level = needed.find(({ skill }) => skill === id)?.level;
          const others = needed.filter(({ skill }) => skill !== id);
          return (
            <Group key={id} justify="space-between" mih={36}>
              <Checkbox
                label={name}
                checked={level !== undefined}
                onChange={({ currentTarget: { checked } }) =>
                  change(checked ? [...others, { skill: id, level: 50 }] : others)
                }
              />
              {level !== undefined && (
                <NumberInput
                  aria-label={`${name}: ${t('work.level')}`}
                  w={90}
                  min={1}
                  max={100}
                  suffix=" %"
                  clampBehavior="strict"
                  value={level}
                  onChange={(value) => change([...others, { skill: id, level: Number(value) || 1 }])}
                />
              )}
            </Group>
          );
        })}
      </Stack>
    </Fieldset>
  );
}
