import { Button, FileButton, Loader, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { uploadImport } from '../../contract/imports.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './imports.module.css';

const kinds =
  '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Takes a file, dropped or chosen; it is read and checked at once, which changes nothing. */
export function DropFile() {
  const t = useTexts();
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  const upload = useAct(uploadImport, {
    refresh: ['imports'],
    done: ({ id }) => void navigate({ to: '/imports/$id', params: { id } }),
  });
  const take = (file: File | null | undefined) => {
    if (file && !upload.isPending) upload.mutate({ input: {}, file });
  };
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <>
      <ProblemAlert problem={upload.error} />
      <section
        aria-label={t('imports.drop')}
        className={classes.drop}
        data-over={over || undefined}
        onDragEnter={(event) => drag(event, true)}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files[0]);
        }}
      >
        {upload.isPending ? <Loader size="sm" aria-hidden /> : <IconFileSpreadsheet size={28} aria-hidden />}
        <Text fw={600} role="status">
          {t(upload.isPending ? 'imports.uploading' : 'imports.drop')}
        </Text>
        <FileButton onChange={take} accept={kinds} inputProps={{ 'aria-label': t('imports.choose') }}>
          {(props) => (
            <Button {...props} disabled={upload.isPending}>
              {t('imports.choose')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('imports.drop.about')}
        </Text>
      </section>
    </>
  );
}
