import { Link } from '@tanstack/react-router';
import { useBranding } from '../session/session.ts';
import classes from './frame.module.css';

/** The organisation's first letter and name, as a link to the overview. */
export function OrganisationName({ left }: { left?: () => void }) {
  const { organisationName } = useBranding();
  return (
    <Link to="/" className={classes.organisation} onClick={left}>
      <span className={classes.mark} aria-hidden>
        {[...organisationName][0]?.toUpperCase()}
      </span>
      <span className={classes.organisationName}>{organisationName}</span>
    </Link>
  );
}
