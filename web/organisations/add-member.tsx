import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Organisation } from '../../contract/organisations.ts';
import { getChoices } from '../../contract/settings.ts';
import { Dialog } from '../kit/dialog.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { AddForm } from './add-form.tsx';
import { useSeesAll } from './own-organisations.ts';
import { type Asking, RequestForm } from './request-form.tsx';

/**
 * The window that adds a member. Where inviting is switched off for organisation administrators it explains that and
 * offers to send a request; somebody who has an account can be added all the same.
 */
export function AddMember({ organisation, close }: { organisation: Organisation; close: () => void }) {
  const t = useTexts();
  const mayCreate = useSeesAll('users.create');
  const { data } = useQuery(queryOf(getChoices, {}));
  const off = !mayCreate && data?.organisationsMayInvite === false;
  const [refused, setRefused] = useState<Asking | null>(null);
  const [anyway, setAnyway] = useState(false);
  const asks = refused !== null || (off && !anyway);
  return (
    <Dialog
      opened
      close={close}
      title={t('members.add.title', { organisation: organisation.name })}
      size="lg"
    >
      <Stack>
        {asks ? (
          <RequestForm
            organisation={organisation}
            asking={refused ?? { email: '', role: '' }}
            close={close}
            addAnyway={() => {
              setRefused(null);
              setAnyway(true);
            }}
          />
        ) : (
          <AddForm organisation={organisation} close={close} refused={setRefused} />
        )}
      </Stack>
    </Dialog>
  );
}
