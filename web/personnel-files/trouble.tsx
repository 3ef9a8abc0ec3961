import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PersonnelFile } from '../../contract/personnel-files.ts';
import { useDates } from '../kit/dates.ts';
import { TextLink } from '../kit/links.tsx';
import { Note } from '../kit/note.tsx';
import { useTexts } from '../kit/texts.tsx';

/** What is wrong with a link, since when, and where to decide about it; `named`: where several stand together. */
export function Trouble({ file, named }: { file: PersonnelFile; named?: boolean }) {
  const t = useTexts();
  const dates = useDates();
  const { trouble, lastRun, name } = file;
  if (!trouble) return null;
  const title = t('personnel-files.trouble.title', { when: dates.moment(trouble.since) });
  return (
    <Note
      tone={trouble.code === 'brake' ? 'warning' : 'danger'}
      icon={<IconAlertTriangle size={18} />}
      title={named ? `${name}: ${title}` : title}
    >
      {trouble.text}{' '}
      {lastRun?.state === 'waiting' && (
        <TextLink to="/personnel-file-runs/$id" params={{ id: lastRun.id }} inherit underline="always">
          {t('personnel-files.state.waiting')}
        </TextLink>
      )}
      {trouble.halted && <Text size="sm">{t('personnel-files.halted')}</Text>}
    </Note>
  );
}
