import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { readTime } from './read-time.ts';
import { useTexts } from './texts.tsx';

/**
 * A time of the day as `09:30`, on a clock of 24 hours whatever the device shows; what is typed in short (`9`, `930`) is
 * written out when the field is left. Empty text while there is no time in it.
 */
export function TimeField(props: {
  label?: string;
  'aria-label'?: string;
  name?: string;
  value: string;
  onChange: (time: string) => void;
  error?: ReactNode;
  autoFocus?: boolean;
}) {
  const t = useTexts();
  const { value, onChange, error, autoFocus, ...rest } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed !== '' && readTime(typed) === null;
  const [left, setLeft] = useState(false);
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      maxLength={5}
      w={84}
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      value={typed ?? value}
      error={error ?? (wrong && left ? t('fields.time') : undefined)}
      onChange={(event) => {
        setLeft(false);
        setTyped(event.currentTarget.value);
        onChange(readTime(event.currentTarget.value) ?? '');
      }}
      onBlur={() => {
        setLeft(true);
        if (!wrong) setTyped(null);
      }}
    />
  );
}
