import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { AddPasskey } from '../second-factors/add-passkey.tsx';
import { usePasskeysWork } from '../second-factors/passkeys.ts';
import { useBranding } from '../session/session.ts';
import type { OwnFactors } from './last-factor.tsx';
import { PasskeyLine } from './passkey-line.tsx';
import classes from './profile.module.css';
import { useRefreshOwn } from './use-refresh-own.ts';

/** The own passkeys, each with its name and last use. `keep` shows the codes that come with a first factor. */
export function OwnPasskeys({ own, keep }: { own: OwnFactors; keep: (codes: string[]) => void }) {
  const t = useTexts();
  const passkeysWork = usePasskeysWork();
  const refresh = useRefreshOwn();
  const [adding, setAdding] = useState(false);
  const done = (name: string, codes: string[] | null) => {
    setAdding(false);
    refresh();
    noticeDone(t('profile.passkeys.added', { name }));
    if (codes) keep(codes);
  };
  return (
    <Section
      title={t('profile.passkeys')}
      about={t('profile.passkeys.about')}
      action={
        passkeysWork && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('profile.passkeys.add')}
          </Button>
        )
      }
    >
      {own.passkeys.length === 0 && <Text size="sm">{t('profile.passkeys.none')}</Text>}
      <ul className={classes.sessions}>
        {own.passkeys.map((passkey) => (
          <PasskeyLine key={passkey.id} own={own} passkey={passkey} />
        ))}
      </ul>
      {!passkeysWork && <WhyNot possible={own.passkeysPossible} />}
      <Dialog opened={adding} close={() => setAdding(false)} title={t('profile.passkeys.add')}>
        <AddPasskey done={done} />
      </Dialog>
    </Section>
  );
}

/** Why no passkey can be made here, and where it can. */
function WhyNot({ possible }: { possible: boolean }) {
  const t = useTexts();
  const { passkeyOrigin } = useBranding();
  const elsewhere = passkeyOrigin !== null && passkeyOrigin !== location.origin;
  const [before, after] = t('profile.passkeys.elsewhere', { address: '\n' }).split('\n');
  return (
    <Text size="sm" c="dimmed" mt="xs">
      {elsewhere ? (
        <>
          {before}
          <Anchor href={`${passkeyOrigin}/profile`}>{passkeyOrigin}</Anchor>
          {after}
        </>
      ) : (
        t(possible ? 'profile.passkeys.not-in-browser' : 'profile.passkeys.not-here')
      )}
    </Text>
  );
}
