import { useBranding } from '../session/session.ts';
import classes from './organisation-mark.module.css';

/** The organisation's logo, or the first letter of its name; the name stands beside it. */
export function OrganisationMark() {
  const { organisationName, logo } = useBranding();
  if (logo !== null) return <img src={`/api/v1/logo?tag=${logo}`} alt="" className={classes.logo} />;
  return (
    <span className={classes.mark} aria-hidden>
      {[...(organisationName || 'Muster')][0]?.toUpperCase()}
    </span>
  );
}
