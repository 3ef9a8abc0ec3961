import { Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';

/** A searchable choice of all time zones that the browser knows. Fits a form: `{...form.field('timeZone')}`. */
export function TimeZoneField(props: {
  label: string;
  name?: string;
  value: string;
  error?: ReactNode;
  onChange: (timeZone: string) => void;
}) {
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return known.includes(props.value) || props.value === '' ? known : [props.value, ...known];
  }, [props.value]);
  return (
    <Select
      label={props.label}
      name={props.name}
      error={props.error}
      data={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      value={props.value || null}
      onChange={(zone) => zone && props.onChange(zone)}
      searchable
      allowDeselect={false}
      limit={60}
      maxDropdownHeight={280}
    />
  );
}
