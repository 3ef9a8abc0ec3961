import { Button, Divider, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconDownload, IconUpload } from '@tabler/icons-react';
import { exportTeamCalendar } from '../../contract/calendars.ts';
import { exportShifts } from '../../contract/schedule.ts';
import { addressOf } from '../kit/call.ts';
import { Flyout } from '../kit/flyout.tsx';
import { ButtonLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './schedule.module.css';

type Window = { team: string; from: string; days: number };

/** Shifts as files: out, for what is shown or four weeks; and in, for who may plan. */
export function FileMenu({ window, mayChange }: { window: Window; mayChange: boolean }) {
  const t = useTexts();
  const fourWeeks = { ...window, days: 28 };
  return (
    <Flyout
      label={t('schedule.files')}
      width={280}
      button={(button) => (
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />} {...button}>
          {t('schedule.files')}
        </Button>
      )}
    >
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {t('schedule.files.shown')}
        </Text>
        <Exports window={window} />
        <Text size="sm" fw={600} mt={6}>
          {t('schedule.files.weeks')}
        </Text>
        <Exports window={fourWeeks} />
        {mayChange && (
          <>
            <Divider my={6} />
            <ButtonLink
              to="/schedule/import"
              search={{ team: window.team }}
              variant="subtle"
              justify="flex-start"
              leftSection={<IconUpload size={16} aria-hidden />}
            >
              {t('shift-files.open')}
            </ButtonLink>
          </>
        )}
      </Stack>
    </Flyout>
  );
}

function Exports({ window }: { window: Window }) {
  const t = useTexts();
  const look = {
    component: 'a' as const,
    download: true,
    variant: 'subtle',
    justify: 'flex-start',
    leftSection: <IconDownload size={16} aria-hidden />,
  };
  return (
    <div className={classes.pair}>
      <Button {...look} href={addressOf(exportShifts, window)}>
        {t('schedule.export')}
      </Button>
      <Button {...look} href={addressOf(exportTeamCalendar, window)}>
        {t('schedule.export-calendar')}
      </Button>
    </div>
  );
}
