import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useDates } from './dates.ts';
import { useTexts } from './texts.tsx';

/**
 * A day as `2026-11-21`, empty text for none: the browser's own date field, with the day in words under it, so that
 * nobody takes a month for a day. Fits a form: `<DayField {...form.field('startsOn')} label=… />`.
 */
export function DayField(props: {
  label: string;
  value: string;
  onChange: (day: string) => void;
  name?: string;
  error?: ReactNode;
  /** Under the field while no day is chosen. */
  description?: ReactNode;
  min?: string;
  required?: boolean;
  autoFocus?: boolean;
}) {
  const t = useTexts();
  const dates = useDates();
  const [halfTyped, setHalfTyped] = useState(false);
  return (
    <TextInput
      type="date"
      label={props.label}
      name={props.name}
      value={props.value}
      min={props.min}
      max="9999-12-31"
      withAsterisk={props.required}
      aria-required={props.required}
      autoFocus={props.autoFocus}
      data-autofocus={props.autoFocus || undefined}
      error={props.error ?? (halfTyped ? t('fields.day') : undefined)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={isDay(props.value) ? dates.longDay(props.value) : props.description}
      onBlur={(event) => setHalfTyped(event.currentTarget.validity.badInput)}
      onChange={(event) => {
        setHalfTyped(false);
        props.onChange(event.currentTarget.value);
      }}
    />
  );
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
