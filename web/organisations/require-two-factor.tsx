import { Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { changeOrganisation, getOrganisation, type Organisation } from '../../contract/organisations.ts';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** Whether the members of an organisation must have a second factor; counts at once. */
export function RequireTwoFactor({ organisation }: { organisation: Organisation }) {
  const t = useTexts();
  const client = useQueryClient();
  const { id, name, version, twoFactorRequired } = organisation;
  const change = useAct(changeOrganisation, {
    refresh: ['organisations', 'users', 'audit'],
    done: (now) => {
      client.setQueryData(queryOf(getOrganisation, { id }).queryKey, now);
      noticeDone(t(`organisations.two-factor.${now.twoFactorRequired ? 'on' : 'off'}`, { name }));
    },
  });
  return (
    <Switch
      label={t('organisations.two-factor.label')}
      description={t('organisations.two-factor.about')}
      checked={change.isPending ? !twoFactorRequired : twoFactorRequired}
      onChange={(event) =>
        change.mutate(
          { input: { id, twoFactorRequired: event.currentTarget.checked }, version },
          {
            onError: (error) => {
              if (error.code === 'request.stale') {
                void client.invalidateQueries({ queryKey: ['organisations'] });
              }
              noticeFailed(error);
            },
          },
        )
      }
    />
  );
}
