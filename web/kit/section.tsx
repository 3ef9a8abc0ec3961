import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

/**
 * A framed part of a page with its own heading; `action` stands at the right of the heading. With an `anchor` an
 * address can point at it (`/settings#mail-server`).
 */
export function Section(props: {
  title: string;
  anchor?: string;
  about?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section id={props.anchor} aria-labelledby={id} className={classes.section}>
      <header className={classes.head}>
        <div className={classes.heading}>
          <Title order={2} id={id}>
            {props.title}
          </Title>
          {props.about && (
            <Text size="sm" c="dimmed">
              {props.about}
            </Text>
          )}
        </div>
        {props.action}
      </header>
      <div className={classes.body}>{props.children}</div>
    </section>
  );
}
