import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiToken, endOwnToken, listOwnTokens } from '../../contract/tokens.ts';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { CreateTokenDialog } from './create-token-dialog.tsx';
import { EndTokenDialog } from './end-token-dialog.tsx';
import { TokenLines } from './token-lines.tsx';
import { useHeldPermissions } from './use-held-permissions.ts';

/** The API tokens that one made for programs; only for those who have rights to hand on. */
export function OwnTokens() {
  const t = useTexts();
  const held = useHeldPermissions();
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<ApiToken | null>(null);
  const { data, error, refetch } = useQuery(queryOf(listOwnTokens, {}));
  const end = useAct(endOwnToken, {
    refresh: ['tokens'],
    done: () => {
      noticeDone(t('tokens.end.done', { name: ending?.name ?? '' }));
      setEnding(null);
    },
  });
  if (held.length === 0 && !data?.items.length) return null;
  return (
    <Section
      title={t('tokens.title')}
      about={t('tokens.about')}
      anchor="tokens"
      action={
        held.length > 0 && (
          <Button variant="default" onClick={() => setMaking(true)}>
            {t('tokens.create')}
          </Button>
        )
      }
    >
      {data?.items.length === 0 && <Text c="dimmed">{t('tokens.none')}</Text>}
      <TokenLines tokens={data?.items} problem={error} retry={() => void refetch()} end={setEnding} />
      <CreateTokenDialog opened={making} close={() => setMaking(false)} />
      <EndTokenDialog
        token={ending}
        close={() => setEnding(null)}
        busy={end.isPending}
        problem={end.error}
        act={({ id }) => end.mutate({ input: { token: id } })}
      />
    </Section>
  );
}
