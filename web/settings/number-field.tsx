import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';

/** A whole number without thousands marks; what lies outside the limits may be typed and is refused with words. */
export function NumberField(props: {
  label: string;
  name: string;
  value: number | string;
  onChange: (value: number | string) => void;
  error?: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
  min?: number;
  max?: number;
}) {
  return (
    <NumberInput
      {...props}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      maw={280}
      maxLength={6}
    />
  );
}
