import { Button, Group, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import {
  exportOwnData,
  exportOwnDataPage,
  exportPersonalData,
  exportPersonalDataPage,
} from '../../contract/personal-data.ts';
import { fetchFile, type Refusal } from '../kit/call.ts';
import { noticeDone } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { saveFile } from '../kit/save-file.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';

type Fetched = Promise<{ name: string; content: Blob }>;

/** Everything that is kept about oneself, to download. */
export function OwnEverything() {
  const t = useTexts();
  return (
    <Section title={t('profile.everything')} about={t('profile.everything.about')} anchor="everything">
      <Downloads page={() => fetchFile(exportOwnDataPage, {})} file={() => fetchFile(exportOwnData, {})} />
    </Section>
  );
}

/** The same about somebody else, for who answers such a question. */
export function EverythingSection({ id, name }: { id: string; name: string }) {
  const t = useTexts();
  return (
    <Section title={t('profile.everything.of', { name })} about={t('profile.everything.about-other')}>
      <Downloads
        page={() => fetchFile(exportPersonalDataPage, { id })}
        file={() => fetchFile(exportPersonalData, { id })}
      />
    </Section>
  );
}

function Downloads({ page, file }: { page: () => Fetched; file: () => Fetched }) {
  const t = useTexts();
  const fetching = useMutation<Awaited<Fetched>, Refusal, 'page' | 'file'>({
    mutationFn: (kind) => (kind === 'page' ? page() : file()),
    onSuccess: (fetched) => {
      saveFile(fetched);
      noticeDone(t('profile.everything.done', { file: fetched.name }));
    },
  });
  return (
    <Stack gap="sm">
      <ProblemAlert problem={fetching.error} />
      <Group gap="xs">
        {(['page', 'file'] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={fetching.isPending && fetching.variables === kind}
            onClick={() => fetching.mutate(kind)}
          >
            {t(`profile.everything.${kind}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
