import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { exportUserCalendar } from '../../contract/calendars.ts';
import { addressOf } from '../kit/call.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';

/** The coming shifts of one person as a file, for who plans: to send along, or to lay beside one's own calendar. */
export function ShiftsSection({ id }: { id: string }) {
  const t = useTexts();
  return (
    <Section title={t('calendars.of-person')} about={t('calendars.of-person.about')}>
      <Group>
        <Button
          component="a"
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          href={addressOf(exportUserCalendar, { id })}
        >
          {t('calendars.export')}
        </Button>
      </Group>
    </Section>
  );
}
