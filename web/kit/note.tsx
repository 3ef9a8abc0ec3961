import type { ReactNode } from 'react';
import classes from './note.module.css';

/** A remark that belongs to a page or section, with an icon; its tone says whether it is good news. */
export function Note(props: {
  icon: ReactNode;
  title?: string;
  tone?: 'warning' | 'success' | 'danger';
  children: ReactNode;
}) {
  return (
    <div role="note" className={classes.note} data-tone={props.tone}>
      <span aria-hidden className={classes.icon}>
        {props.icon}
      </span>
      <div>
        {props.title && <div className={classes.title}>{props.title}</div>}
        {props.children}
      </div>
    </div>
  );
}
