import classes from './work.module.css';

/** An activity by its name, with its colour before it. */
export function ActivityMark({ name, colour }: { name: string; colour: string }) {
  return (
    <span className={classes.mark}>
      <span className={classes.dot} style={{ background: colour }} aria-hidden />
      {name}
    </span>
  );
}
