import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { makeOwnCalendar } from '../../contract/calendars.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { ConfirmDialog, Dialog } from '../kit/dialog.tsx';
import { noticeFailed } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './profile.module.css';

/** Makes a calendar link, and shows it the one time that it can be seen. Asks first where an older one would die. */
export function MakeCalendar({ renews }: { renews: boolean }) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const make = useAct(makeOwnCalendar, {
    refresh: ['calendars'],
    done: (made) => {
      setAsking(false);
      setAddress(made.address);
    },
  });
  return (
    <>
      <Button
        variant="default"
        loading={make.isPending && !asking}
        onClick={() => (renews ? setAsking(true) : make.mutate({ input: {} }, { onError: noticeFailed }))}
      >
        {t(renews ? 'calendars.renew' : 'calendars.make')}
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t('calendars.renew.title')}
        confirm={t('calendars.renew')}
        busy={make.isPending}
        problem={make.error}
        act={() => make.mutate({ input: {} })}
      >
        {t('calendars.renew.text')}
      </ConfirmDialog>
      <Dialog
        opened={address !== null}
        close={() => setAddress(null)}
        size="lg"
        title={t('calendars.made.title')}
      >
        <Stack>
          <Alert color="yellow" icon={<IconCalendar size={18} aria-hidden />}>
            {t('calendars.made.once')}
          </Alert>
          <code className={classes.secret}>{address}</code>
          <Text size="sm">{t('calendars.made.how')}</Text>
          <Group justify="flex-end" gap="xs">
            <CopyButton text={address ?? ''} label={t('calendars.made.copy')} />
            <Button onClick={() => setAddress(null)}>{t('calendars.made.close')}</Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
