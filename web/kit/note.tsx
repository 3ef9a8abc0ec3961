import type { ReactNode } from 'react';
import classes from './note.module.css';

/** A remark that belongs to a page or section, with an icon; `warning` for what is better not overlooked. */
export function Note(props: { icon: ReactNode; title?: string; warning?: boolean; children: ReactNode }) {
  return (
    <div role="note" className={classes.note} data-warning={props.warning || undefined}>
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
