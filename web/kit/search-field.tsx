import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

/** A search box for a list: tells what was typed as soon as the typing pauses. `value` is what is searched now. */
export function SearchField(props: {
  label: string;
  placeholder?: string;
  value: string;
  change: (text: string) => void;
}) {
  const [typed, setTyped] = useState(props.value);
  const [told, setTold] = useState(props.value);
  const tell = useDebouncedCallback((text: string) => {
    setTold(text);
    props.change(text);
  }, 200);
  // The address changed by other means: the back button, a cleared filter.
  if (props.value !== told) {
    setTold(props.value);
    setTyped(props.value);
  }
  return (
    <TextInput
      type="search"
      label={props.label}
      placeholder={props.placeholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      maxLength={300}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}
