import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiToken, endToken, listTokens } from '../../contract/tokens.ts';
import type { User } from '../../contract/user-shapes.ts';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { EndTokenDialog } from '../profile/end-token-dialog.tsx';
import { TokenLines } from '../profile/token-lines.tsx';

/** The API tokens of somebody, for those who guard them; not there for somebody who has none. */
export function UserTokens({ user }: { user: User }) {
  const t = useTexts();
  const { id, name } = user;
  const [ending, setEnding] = useState<ApiToken | null>(null);
  const may = user.allowed.includes('security');
  const { data, error, refetch } = useQuery({ ...queryOf(listTokens, { id }), enabled: may });
  const end = useAct(endToken, {
    refresh: ['tokens', 'users', 'audit'],
    done: () => {
      noticeDone(t('tokens.end.done', { name: ending?.name ?? '' }));
      setEnding(null);
    },
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('tokens.title')} about={t('tokens.about-other', { name })}>
      <TokenLines tokens={data.items} problem={error} retry={() => void refetch()} end={setEnding} />
      <EndTokenDialog
        token={ending}
        close={() => setEnding(null)}
        busy={end.isPending}
        problem={end.error}
        act={(token) => end.mutate({ input: { id, token: token.id } })}
      />
    </Section>
  );
}
