import { Link } from '@tanstack/react-router';
import { useBranding } from '../session/session.ts';
import classes from './frame.module.css';
import { OrganisationMark } from './organisation-mark.tsx';

/** The organisation's logo and name, as a link to the overview. */
export function OrganisationName({ left }: { left?: () => void }) {
  const { organisationName } = useBranding();
  return (
    <Link to="/" className={classes.organisation} onClick={left}>
      <OrganisationMark />
      <span className={classes.organisationName}>{organisationName}</span>
    </Link>
  );
}
