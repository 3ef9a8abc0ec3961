import { Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useTexts } from '../kit/texts.tsx';
import { GuardedSection } from './guarded-section.tsx';
import { NumberField } from './number-field.tsx';
import type { SettingsForm } from './settings-form.ts';
import type { SettingsValues } from './settings-values.ts';

type Policy = SettingsValues['passwordPolicy'];

const presets = ['classic', 'nist', 'custom'] as const;

/** What passwords must be: two known sets of demands, or an own one. */
export function PasswordSection({ form }: { form: SettingsForm }) {
  const t = useTexts();
  const policy = form.values.passwordPolicy;
  const set = (changes: Partial<Policy>) => form.set({ passwordPolicy: { ...policy, ...changes } });
  const choose = (preset: Policy['preset']) =>
    set({ preset, minimumLength: policy.minimumLength === '' ? 8 : policy.minimumLength });
  return (
    <GuardedSection title={t('settings.password')} about={t('settings.password.about')} anchor="passwords">
      {(disabled) => (
        <Stack>
          <Radio.Group
            label={t('settings.policy.legend')}
            name="passwordPolicy.preset"
            value={policy.preset}
            onChange={(preset) => choose(preset as Policy['preset'])}
          >
            <Stack gap="sm" mt={8}>
              {presets.map((preset) => (
                <Radio
                  key={preset}
                  value={preset}
                  disabled={disabled}
                  label={t(`settings.policy.${preset}`)}
                  description={t(`settings.policy.${preset}.about`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Text size="sm" c="dimmed">
            {t('settings.policy.always')}
          </Text>
          {policy.preset === 'custom' && <OwnDemands form={form} disabled={disabled} set={set} />}
        </Stack>
      )}
    </GuardedSection>
  );
}

function OwnDemands(props: {
  form: SettingsForm;
  disabled: boolean;
  set: (changes: Partial<Policy>) => void;
}) {
  const t = useTexts();
  const { form, disabled, set } = props;
  const policy = form.values.passwordPolicy;
  return (
    <Stack ml={28}>
      <NumberField
        label={t('fields.name.minimumLength')}
        name="passwordPolicy.minimumLength"
        value={policy.minimumLength}
        error={form.errors['passwordPolicy.minimumLength']}
        onChange={(minimumLength) => set({ minimumLength })}
        description={t('settings.policy.length.about')}
        disabled={disabled}
        min={8}
        max={64}
      />
      <Checkbox.Group
        label={t('settings.policy.needs')}
        value={kinds.filter((kind) => policy[kind])}
        onChange={(chosen) =>
          set(Object.fromEntries(kinds.map((kind) => [kind, chosen.includes(kind)])) as Partial<Policy>)
        }
      >
        <Stack gap="xs" mt={8}>
          {kinds.map((kind) => (
            <Checkbox key={kind} value={kind} disabled={disabled} label={t(`fields.name.${kind}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  );
}

const kinds = ['digit', 'lower', 'upper'] as const;
