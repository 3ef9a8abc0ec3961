import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { checkPassword, type PasswordPolicy, policyOf } from '../../contract/passwords.ts';
import { generatePassword } from './generate-password.ts';
import { PasswordDemands } from './password-demands.tsx';
import { PasswordMeter } from './password-meter.tsx';
import { useTexts } from './texts.tsx';
import { type Estimate, useEstimate } from './use-estimate.ts';

type FieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  name?: string;
  description?: ReactNode;
  autoFocus?: boolean;
};

/** What the page can see by itself. */
const tooEasy: Estimate = { level: 'refused', weaknesses: [] };

/** The field for a password that exists already (signing in, confirming), with show and hide. */
export function CurrentPasswordField(
  props: FieldProps & { shown?: boolean; autoComplete?: string; disabled?: boolean },
) {
  const t = useTexts();
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      label={props.label}
      name={props.name}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      error={props.error}
      aria-invalid={props.error ? true : undefined}
      description={props.description}
      autoFocus={props.autoFocus}
      data-autofocus={props.autoFocus || undefined}
      disabled={props.disabled}
      autoComplete={props.autoComplete ?? 'current-password'}
      visible={visible || props.shown}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': t(visible ? 'kit.password.hide' : 'kit.password.show'),
        tabIndex: 0,
      }}
    />
  );
}

/**
 * The field for a new password: tells while typing which demands of the policy are met, and how hard it is to guess.
 * `words`: names that it may not be made of; `token`: of the link or the first run by which somebody comes here; `twoFactor`: they have a second factor. With `generate` a button makes one and shows it. Fits a form:
 * `<NewPasswordField {...form.field('password')} label=… policy={branding.passwordPolicy} words={[name]} />`.
 */
export function NewPasswordField(
  props: FieldProps & {
    policy: PasswordPolicy;
    words: string[];
    generate?: boolean;
    token?: string;
    twoFactor?: boolean;
    required?: boolean;
  },
) {
  const t = useTexts();
  const [id, demands] = [useId(), useId()];
  const [visible, setVisible] = useState(false);
  const { words, token, twoFactor = false } = props;
  const policy = policyOf(props.policy, { twoFactor });
  const typed = useDeferredValue(props.value);
  const problems = checkPassword(policy, typed, { words });
  const ready = problems.length === 0;
  const judged = useEstimate(typed, { words, token, twoFactor, ready });
  if (judged?.level === 'refused') problems.push({ code: 'common' });
  const isCommon = typed !== '' && problems.some(({ code }) => code === 'refused-word' || code === 'common');
  return (
    <Stack gap={8}>
      <PasswordInput
        label={props.label}
        name={props.name}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        error={props.error}
        aria-invalid={props.error ? true : undefined}
        description={props.description}
        autoFocus={props.autoFocus}
        data-autofocus={props.autoFocus || undefined}
        autoComplete="new-password"
        required={props.required}
        id={id}
        aria-describedby={props.error ? `${id}-error ${demands}` : demands}
        visible={visible}
        onVisibilityChange={setVisible}
        visibilityToggleButtonProps={{
          'aria-label': t(visible ? 'kit.password.hide' : 'kit.password.show'),
          tabIndex: 0,
        }}
      />
      {props.generate && (
        <Group>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              setVisible(true);
              props.onChange(generatePassword());
            }}
          >
            {t('kit.password.generate')}
          </Button>
        </Group>
      )}
      <PasswordDemands
        id={demands}
        policy={policy}
        typed={typed !== ''}
        problems={problems}
        judged={isCommon || judged?.level != null}
      />
      <PasswordMeter estimate={judged ?? (isCommon ? tooEasy : null)} waiting={ready} />
    </Stack>
  );
}
