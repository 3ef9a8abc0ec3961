import { Text } from '@mantine/core';
import { useTexts } from './texts.tsx';

/** How many people are asked for when some are to be named. */
export const peopleNamed = 10;

/** Names some of many people, and how many there are besides. */
export function PeopleNamed({ names, total }: { names: string[]; total: number }) {
  const t = useTexts();
  if (names.length === 0) return null;
  const more = total - names.length;
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {names.join(' · ')}
      {more > 0 && ` ${t('kit.people.more', { count: more })}`}
    </Text>
  );
}
