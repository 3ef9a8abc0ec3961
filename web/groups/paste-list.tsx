import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Refusal } from '../kit/call.ts';
import type { Pick } from '../kit/pick-many.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useTexts } from '../kit/texts.tsx';
import { findPasted, type Pasted } from './find-pasted.ts';

/** A pasted column of names or addresses; says who was not found. */
export function PasteList({ found }: { found: (people: Pick[]) => void }) {
  const t = useTexts();
  const [text, setText] = useState('');
  const look = useMutation<Pasted, Refusal, string>({
    mutationFn: findPasted,
    onSuccess: ({ people }) => found(people),
  });
  return (
    <Stack gap="sm">
      <Textarea
        label={t('groups.add.paste.label')}
        autosize
        minRows={4}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button
          variant="default"
          disabled={text.trim() === ''}
          loading={look.isPending}
          onClick={() => look.mutate(text)}
        >
          {t('groups.add.paste.look')}
        </Button>
      </div>
      <ProblemAlert problem={look.error} />
      <div aria-live="polite">{look.data && <Outcome pasted={look.data} />}</div>
    </Stack>
  );
}

function Outcome({ pasted }: { pasted: Pasted }) {
  const t = useTexts();
  const { people, notFound, several, dropped } = pasted;
  return (
    <Stack gap={4}>
      <Text size="sm">{t('groups.add.paste.found', { count: people.length })}</Text>
      {notFound.length > 0 && (
        <Text size="sm" c="var(--muster-warning)">
          {t('groups.add.paste.not-found', { terms: notFound.join(', ') })}
        </Text>
      )}
      {several.length > 0 && (
        <Text size="sm" c="var(--muster-warning)">
          {t('groups.add.paste.several', { terms: several.join(', ') })}
        </Text>
      )}
      {dropped > 0 && (
        <Text size="sm" c="var(--muster-warning)">
          {t('groups.add.paste.too-many', { count: dropped })}
        </Text>
      )}
    </Stack>
  );
}
