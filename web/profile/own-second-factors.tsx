import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getOwnSecondFactors } from '../../contract/second-factors.ts';
import { Dialog } from '../kit/dialog.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { RecoveryCodes } from '../second-factors/recovery-codes.tsx';
import { AuthenticatorApp } from './authenticator-app.tsx';
import { OwnPasskeys } from './own-passkeys.tsx';
import { OwnRecoveryCodes } from './own-recovery-codes.tsx';

/** The own second factors: authenticator app, passkeys, recovery codes; new codes are shown over the page. */
export function OwnSecondFactors() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(queryOf(getOwnSecondFactors, {}));
  const [codes, setCodes] = useState<string[] | null>(null);
  if (!data) {
    return error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <Skeleton height={180} />;
  }
  return (
    <>
      <AuthenticatorApp own={data} keep={setCodes} />
      <OwnPasskeys own={data} keep={setCodes} />
      {(data.app || data.passkeys.length > 0) && <OwnRecoveryCodes own={data} keep={setCodes} />}
      <Dialog opened={codes !== null} close={() => setCodes(null)} title={t('codes.title')}>
        {codes && <RecoveryCodes codes={codes} goOn={() => setCodes(null)} />}
      </Dialog>
    </>
  );
}
