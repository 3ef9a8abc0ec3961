import { Checkbox, Skeleton, Stack, Text } from '@mantine/core';
import { FilterChip } from './filter-chip.tsx';
import classes from './pick-many.module.css';
import { ProblemAlert } from './problem-alert.tsx';
import { SearchField } from './search-field.tsx';
import { useTexts } from './texts.tsx';

/** Something that can be chosen, with what tells it from others of the same name. */
export type Pick = { id: string; name: string; about?: string | null };

/** How many are shown of what a search finds. */
export const picksShown = 50;

/**
 * Chooses any number out of many: a search box, what it finds to tick, and what was ticked as chips that can be taken
 * away. The caller asks the server for `search` and gives what it `found` (undefined while that is on its way).
 */
export function PickMany(props: {
  label: string;
  search: string;
  changeSearch: (text: string) => void;
  found: Pick[] | undefined;
  problem: { message: string } | null;
  chosen: readonly Pick[];
  change: (chosen: Pick[]) => void;
}) {
  const t = useTexts();
  const { found, chosen, search } = props;
  const ids = chosen.map(({ id }) => id);
  return (
    <Stack gap="sm">
      <SearchField label={props.label} value={search} change={props.changeSearch} />
      <PickChips chosen={chosen} change={props.change} />
      <ProblemAlert problem={found ? null : props.problem} />
      {!found && !props.problem && <Skeleton height={120} />}
      {found && found.length > 0 && (
        <Checkbox.Group
          aria-label={props.label}
          value={ids}
          onChange={(next) => props.change(pickedOf(next, [...chosen, ...found]))}
        >
          <div className={classes.found}>
            <Stack gap={10}>
              {found.map(({ id, name, about }) => (
                <Checkbox
                  key={id}
                  value={id}
                  label={name}
                  description={about}
                  classNames={{ description: classes.about }}
                />
              ))}
            </Stack>
          </div>
        </Checkbox.Group>
      )}
      {found && (
        <Text size="sm" c="dimmed" aria-live="polite">
          {found.length === 0 &&
            (search === '' ? t('kit.pick.none') : t('kit.pick.nothing', { text: search }))}
          {found.length >= picksShown && t('kit.pick.more', { count: found.length })}
        </Text>
      )}
    </Stack>
  );
}

/** What was chosen, each with a cross. */
export function PickChips(props: { chosen: readonly Pick[]; change: (chosen: Pick[]) => void }) {
  const t = useTexts();
  if (props.chosen.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t('kit.pick.chosen')}>
      {props.chosen.map(({ id, name }) => (
        <li key={id}>
          <FilterChip
            text={name}
            remove={() => props.change(props.chosen.filter((one) => one.id !== id))}
            removeLabel={t('kit.pick.remove', { name })}
          />
        </li>
      ))}
    </ul>
  );
}

function pickedOf(ids: string[], known: readonly Pick[]): Pick[] {
  return ids.flatMap((id) => known.find((one) => one.id === id) ?? []);
}
