import type { ReactNode } from 'react';
import classes from './state-badge.module.css';

/** How a state is judged at a glance; the word beside it says the same. */
export type Tone = 'good' | 'waiting' | 'bad' | 'ahead' | 'plain';

/** The state of something in a word; `about` explains it to who points at it. */
export function StateBadge(props: { tone: Tone; about?: string | undefined; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={props.tone} title={props.about}>
      {props.children}
    </span>
  );
}
