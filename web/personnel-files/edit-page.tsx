import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  changePersonnelFile,
  createPersonnelFile,
  getPersonnelFile,
  type PersonnelFile,
} from '../../contract/personnel-files.ts';
import { useCallForm } from '../kit/form.tsx';
import { TextLink } from '../kit/links.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { draftOf, inputOf } from './file-draft.ts';
import { FileForm } from './file-form.tsx';

/** Makes a new link. */
export function NewFilePage() {
  const t = useTexts();
  const saved = useSaved();
  const form = useCallForm(createPersonnelFile, {
    initial: draftOf(undefined),
    input: inputOf,
    refresh: ['personnel-files'],
    done: saved,
  });
  return (
    <FilePage title={t('personnel-files.new')}>
      <FileForm form={form} />
    </FilePage>
  );
}

/** Changes a link. */
export function EditFilePage() {
  const t = useTexts();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({ ...queryOf(getPersonnelFile, { id }), staleTime: Infinity });
  return (
    <FilePage title={data?.name ?? t('personnel-files.title')}>
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {data && <EditFile file={data} />}
      {!data && !error && <Skeleton height={420} radius={8} />}
    </FilePage>
  );
}

function EditFile({ file }: { file: PersonnelFile }) {
  const saved = useSaved();
  const form = useCallForm(changePersonnelFile, {
    initial: draftOf(file),
    input: (draft) => ({ id: file.id, ...inputOf(draft) }),
    version: file.version,
    refresh: ['personnel-files', 'users', 'overview'],
    done: saved,
  });
  return <FileForm form={form} file={file} />;
}

function FilePage(props: { title: string; children: ReactNode }) {
  const t = useTexts();
  return (
    <Page
      title={props.title}
      width="reading"
      crumbs={[
        <TextLink key="files" to="/personnel-files">
          {t('personnel-files.title')}
        </TextLink>,
      ]}
    >
      {props.children}
    </Page>
  );
}

function useSaved() {
  const t = useTexts();
  const navigate = useNavigate();
  return ({ id }: PersonnelFile) => {
    noticeDone(t('personnel-files.saved'));
    void navigate({ to: '/personnel-files/$id', params: { id } });
  };
}
