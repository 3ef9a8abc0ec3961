import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDownload, IconInfoCircle } from '@tabler/icons-react';
import { exportRefusedRows, type Import } from '../../contract/imports.ts';
import { addressOf } from '../kit/call.ts';
import { useDates } from '../kit/dates.ts';
import { Note } from '../kit/note.tsx';
import { useTexts } from '../kit/texts.tsx';
import { countsInWords } from './counts-in-words.ts';
import { NamesToMake } from './names-to-make.tsx';
import { UndoButton } from './undo-button.tsx';

/** What the check found, or what was done; and what can be done about it now. */
export function Outcome({ item }: { item: Import }) {
  const t = useTexts();
  const dates = useDates();
  const unknown = item.newNames.filter(({ willBeMade }) => !willBeMade).map(({ name }) => name);
  const { create = 0, change = 0, reactivate = 0, leave = 0, refused = 0 } = item.counts;
  const nothing = create + change + reactivate + leave === 0;
  return (
    <>
      {item.failure && (
        <Note icon={<IconAlertTriangle size={18} />} tone="danger">
          {item.failure}
        </Note>
      )}
      {item.state === 'done' && (
        <Note icon={<IconCheck size={18} />} tone="success" title={t('imports.done')}>
          {countsInWords(item.counts, t)}
          {item.failed > 0 && <div>{t('imports.done.failed', { count: item.failed })}</div>}
          {item.undoUntil && <div>{t('imports.undo.until', { when: dates.moment(item.undoUntil) })}</div>}
        </Note>
      )}
      {item.state === 'undone' && (
        <Note icon={<IconCheck size={18} />} title={t('imports.state.undone')}>
          {t('imports.undone', { undone: item.undone, kept: item.kept })}
        </Note>
      )}
      {item.state === 'checked' && nothing && (
        <Note icon={<IconInfoCircle size={18} />}>{t('imports.nothing')}</Note>
      )}
      {item.state === 'checked' && <NamesToMake item={item} />}
      {item.state === 'checked' && unknown.length > 0 && (
        <Note icon={<IconAlertTriangle size={18} />} tone="warning">
          {t('imports.unknown-names', { names: unknown.join(', ') })}
        </Note>
      )}
      <Group gap="xs">
        {refused + item.failed > 0 && (
          <Button
            component="a"
            href={addressOf(exportRefusedRows, { id: item.id })}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('imports.refused.download')}
          </Button>
        )}
        {item.undoUntil && <UndoButton item={item} />}
      </Group>
    </>
  );
}
