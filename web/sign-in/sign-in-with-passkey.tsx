import { Divider } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { signInWithPasskey } from '../../contract/second-factors.ts';
import { call } from '../kit/call.ts';
import { useTexts } from '../kit/texts.tsx';
import { PasskeyButton } from '../second-factors/passkey-button.tsx';
import { offerPasskeys, signWithPasskey, usePasskeysWork } from '../second-factors/passkeys.ts';
import { useGoOn } from '../session/steps.ts';

/** Signing in without a password: by a button, and among what the browser fills in. Nothing where passkeys do not work. */
export function SignInWithPasskey({ destination }: { destination: string }) {
  return usePasskeysWork() ? <WithPasskey destination={destination} /> : null;
}

function WithPasskey({ destination }: { destination: string }) {
  const t = useTexts();
  const goOn = useGoOn();
  const arrive = useRef(goOn);
  arrive.current = goOn;
  useEffect(() => {
    const leaving = new AbortController();
    // What fails here was never asked for: the button and the password are still there.
    offerPasskeys(leaving.signal)
      .then(async (passkey) => {
        if (passkey) arrive.current(await call(signInWithPasskey, { passkey }), destination);
      })
      .catch(() => undefined);
    return () => leaving.abort();
  }, [destination]);
  return (
    <>
      <Divider label={t('sign-in.or')} />
      <PasskeyButton
        label={t('sign-in.passkey')}
        use={async () => {
          const passkey = await signWithPasskey();
          goOn(await call(signInWithPasskey, { passkey }), destination);
        }}
      />
    </>
  );
}
