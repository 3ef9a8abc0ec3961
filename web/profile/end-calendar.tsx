import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { useTexts } from '../kit/texts.tsx';

/** The button that ends a calendar link, and what is asked before it does. `end` gets what closes the question. */
export function EndCalendar(props: {
  text: string;
  busy: boolean;
  problem: { message: string } | null;
  end: (close: () => void) => void;
}) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button variant="subtle" color="red.8" onClick={() => setOpened(true)}>
        {t('calendars.end')}
      </Button>
      <ConfirmDialog
        opened={opened}
        close={close}
        title={t('calendars.end.title')}
        confirm={t('calendars.end')}
        danger
        busy={props.busy}
        problem={props.problem}
        act={() => props.end(close)}
      >
        {props.text}
      </ConfirmDialog>
    </>
  );
}
