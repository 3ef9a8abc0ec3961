import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { importTitles } from '../../contract/import-titles.ts';
import { type OwnedField, ownableFields, releaseFromFile } from '../../contract/personnel-files.ts';
import type { User } from '../../contract/user-shapes.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Note } from '../kit/note.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { SaveButtons } from '../kit/save-buttons.tsx';
import { type Texts, useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import classes from './form.module.css';
import { useUserAct } from './use-user-act.ts';

type FileOfUser = User['personnelFiles'][number];

/** What of this person comes from a personnel file; who manages links can let go of it. */
export function PersonnelFileNotes({ user }: { user: User }) {
  const t = useTexts();
  const may = useMay();
  const [open, setOpen] = useState<string | null>(null);
  return user.personnelFiles.map((file) => (
    <Note key={file.id} icon={<IconFileDownload size={18} />} title={t('personnel-files.user')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {file.linked
            ? t('personnel-files.user.held', { file: file.name, fields: namesOf(file.held, t) })
            : t('personnel-files.user.unlinked', { file: file.name })}
        </Text>
        {file.linked && file.released.length > 0 && (
          <Text size="sm">{t('personnel-files.user.released', { fields: namesOf(file.released, t) })}</Text>
        )}
        {may('integrations.manage') && (
          <Button size="xs" variant="default" onClick={() => setOpen(file.id)}>
            {t('personnel-files.user.change')}
          </Button>
        )}
      </Stack>
      <Dialog
        opened={open === file.id}
        close={() => setOpen(null)}
        title={t('personnel-files.user.title', { file: file.name })}
      >
        {open === file.id && <Release user={user} file={file} close={() => setOpen(null)} />}
      </Dialog>
    </Note>
  ));
}

function Release({ user, file, close }: { user: User; file: FileOfUser; close: () => void }) {
  const t = useTexts();
  const [linked, setLinked] = useState(file.linked);
  const all = ownableFields.filter((field) => [...file.held, ...file.released].includes(field));
  const [held, setHeld] = useState<string[]>(all.filter((field) => !file.released.includes(field)));
  const release = useUserAct(releaseFromFile, {
    done: () => {
      noticeDone(t('personnel-files.user.done'));
      close();
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    // The window belongs to the form of the page, which is not to be saved with it.
    event.stopPropagation();
    const released = file.linked ? all.filter((field) => !held.includes(field)) : ownedOf(file.released);
    release.run({ id: user.id, file: file.id, linked, released }, user.version);
  };
  return (
    <form onSubmit={save} aria-label={t('personnel-files.user.title', { file: file.name })}>
      <Stack>
        <ProblemAlert problem={release.problem} />
        <Checkbox
          label={t('personnel-files.user.linked')}
          description={t('personnel-files.user.linked.about')}
          classNames={{ description: classes.about }}
          checked={linked}
          onChange={(event) => setLinked(event.currentTarget.checked)}
        />
        {linked && file.linked && (
          <Checkbox.Group
            label={t('personnel-files.user.fields')}
            description={t('personnel-files.user.fields.about')}
            value={held}
            onChange={setHeld}
          >
            <Stack gap={8} mt={8}>
              {all.map((field) => (
                <Checkbox key={field} value={field} label={t(importTitles[field])} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <SaveButtons sending={release.busy} close={close} />
      </Stack>
    </form>
  );
}

function ownedOf(fields: readonly string[]): OwnedField[] {
  return ownableFields.filter((field) => fields.includes(field));
}

function namesOf(fields: readonly string[], t: Texts): string {
  return ownedOf(fields)
    .map((field) => t(importTitles[field]))
    .join(', ');
}
