import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { uploadImport } from '../../contract/imports.ts';
import { DropArea } from '../kit/drop-area.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

const kinds =
  '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Takes a file, dropped or chosen; it is read and checked at once, which changes nothing. */
export function DropFile() {
  const t = useTexts();
  const navigate = useNavigate();
  const upload = useAct(uploadImport, {
    refresh: ['imports'],
    done: ({ id }) => void navigate({ to: '/imports/$id', params: { id } }),
  });
  return (
    <>
      <ProblemAlert problem={upload.error} />
      <DropArea
        label={t('imports.drop')}
        busyLabel={t('imports.uploading')}
        choose={t('imports.choose')}
        about={t('imports.drop.about')}
        icon={<IconFileSpreadsheet size={28} aria-hidden />}
        accept={kinds}
        busy={upload.isPending}
        take={(file) => upload.mutate({ input: {}, file })}
      />
    </>
  );
}
