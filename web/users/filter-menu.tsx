import { Button, Checkbox, Fieldset, NativeSelect, Stack } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { userStates } from '../../contract/user-shapes.ts';
import { Flyout } from '../kit/flyout.tsx';
import { useTexts } from '../kit/texts.tsx';
import { type Belonging, BelongingFilter, BelongingFilterDialogs, belongings } from './belonging-filter.tsx';
import classes from './list.module.css';
import { type ChangeAddress, countFilters, type ListAddress } from './list-address.ts';
import { RoleFilterDialog } from './role-filter.tsx';

type Props = { address: ListAddress; change: ChangeAddress };

/** The button with all filters behind it; each counts at once. */
export function FilterMenu(props: Props) {
  const t = useTexts();
  const count = countFilters(props.address);
  const [choosing, setChoosing] = useState(false);
  const [belonging, setBelonging] = useState<Belonging | null>(null);
  return (
    <>
      <Flyout
        label={t('users.filters.open')}
        width={290}
        button={(button) => (
          <Button
            variant="default"
            leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
            rightSection={count > 0 && <span className={classes.count}>{count}</span>}
            {...button}
          >
            {t('users.filters.open')}
          </Button>
        )}
      >
        {(close) => (
          <Stack gap="md" className={classes.filters}>
            <Fieldset variant="unstyled" legend={t('fields.name.roles')}>
              <Button
                variant="default"
                size="xs"
                fullWidth
                onClick={() => {
                  close();
                  setChoosing(true);
                }}
              >
                {t('users.filters.roles.choose')}
              </Button>
            </Fieldset>
            {belongings.map((of) => (
              <BelongingFilter
                key={of}
                of={of}
                choose={() => {
                  close();
                  setBelonging(of);
                }}
              />
            ))}
            <States {...props} />
            <Marks {...props} />
            <Times {...props} />
          </Stack>
        )}
      </Flyout>
      <RoleFilterDialog opened={choosing} close={() => setChoosing(false)} />
      <BelongingFilterDialogs opened={belonging} close={() => setBelonging(null)} />
    </>
  );
}

function States({ address, change }: Props) {
  const t = useTexts();
  const status = address.status ?? [];
  return (
    <Fieldset variant="unstyled" legend={t('users.filters.status')}>
      <Stack gap={8}>
        {userStates.map((state) => (
          <Checkbox
            key={state}
            label={t(`states.${state}`)}
            checked={status.includes(state)}
            onChange={(event) =>
              change({
                status: userStates.filter((one) =>
                  one === state ? event.currentTarget.checked : status.includes(one),
                ),
              })
            }
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

function Marks({ address, change }: Props) {
  const t = useTexts();
  const mark = (name: 'locked' | 'neverSignedIn' | 'admin', label: string) => (
    <Checkbox
      label={label}
      checked={address[name] === true}
      onChange={(event) => change({ [name]: event.currentTarget.checked || undefined })}
    />
  );
  return (
    <Fieldset variant="unstyled" legend={t('users.filters.sign-in')}>
      <Stack gap={8}>
        {mark('locked', t('users.filters.locked'))}
        {mark('neverSignedIn', t('users.filters.never-signed-in'))}
        {mark('admin', t('users.filters.admin'))}
      </Stack>
    </Fieldset>
  );
}

const spans = [0, 7, 30, 90];

function Times({ address, change }: Props) {
  const t = useTexts();
  const within = address.leavesWithin;
  const offered = within === undefined || spans.includes(within) ? spans : [...spans, within];
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('users.filters.invitation')}
        value={address.invitation ?? ''}
        onChange={(event) =>
          change({ invitation: (event.currentTarget.value || undefined) as ListAddress['invitation'] })
        }
        data={[
          { value: '', label: t('users.filters.any') },
          { value: 'expired', label: t('users.filters.invitation.expired') },
          { value: 'none', label: t('users.filters.invitation.none') },
        ]}
      />
      <NativeSelect
        label={t('users.filters.leaving')}
        value={within === undefined ? '' : String(within)}
        onChange={({ currentTarget: { value } }) =>
          change({ leavesWithin: value === '' ? undefined : Number(value) })
        }
        data={[
          { value: '', label: t('users.filters.any') },
          ...offered.map((days) => ({
            value: String(days),
            label: t('users.filters.leaves-within', { days }),
          })),
        ]}
      />
    </Stack>
  );
}
