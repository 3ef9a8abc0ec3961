import { Pill } from '@mantine/core';

/** A filter that was set from elsewhere, such as by a link: says what it is, and can be taken away. */
export function FilterChip(props: { text: string; remove: () => void; removeLabel: string }) {
  return (
    <Pill
      size="md"
      withRemoveButton
      onRemove={props.remove}
      removeButtonProps={{ 'aria-label': props.removeLabel, tabIndex: 0, 'aria-hidden': false }}
    >
      {props.text}
    </Pill>
  );
}
