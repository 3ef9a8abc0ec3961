import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDocumentTitle, useHeadingFocus } from '../kit/page.tsx';
import classes from './doorway.module.css';

/** A page at the door: heading, a sentence, and what is to be done. `wide` for longer forms. */
export function DoorPage(props: { title: string; about?: ReactNode; wide?: boolean; children?: ReactNode }) {
  const heading = useHeadingFocus();
  useDocumentTitle(props.title);
  return (
    <div className={classes.page} data-wide={props.wide || undefined}>
      <div>
        <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
          {props.title}
        </Title>
        {props.about && (
          <Text c="dimmed" mt={4} className={classes.about}>
            {props.about}
          </Text>
        )}
      </div>
      {props.children}
    </div>
  );
}
