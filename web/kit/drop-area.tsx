import { Button, FileButton, Loader, Text } from '@mantine/core';
import { type DragEvent, type ReactNode, useState } from 'react';
import classes from './drop-area.module.css';

/** Takes a file, dropped or chosen; says meanwhile that it is being read. */
export function DropArea(props: {
  label: string;
  busyLabel: string;
  choose: string;
  about: ReactNode;
  icon: ReactNode;
  accept: string;
  busy: boolean;
  take: (file: File) => void;
}) {
  const [over, setOver] = useState(false);
  const take = (file: File | null | undefined) => {
    if (file && !props.busy) props.take(file);
  };
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <section
      aria-label={props.label}
      className={classes.drop}
      data-over={over || undefined}
      onDragEnter={(event) => drag(event, true)}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        take(event.dataTransfer.files[0]);
      }}
    >
      {props.busy ? <Loader size="sm" aria-hidden /> : props.icon}
      <Text fw={600} role="status">
        {props.busy ? props.busyLabel : props.label}
      </Text>
      <FileButton onChange={take} accept={props.accept} inputProps={{ 'aria-label': props.choose }}>
        {(button) => (
          <Button {...button} disabled={props.busy}>
            {props.choose}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed">
        {props.about}
      </Text>
    </section>
  );
}
