import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getChoices } from '../../contract/settings.ts';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useBranding, useMay, useSession } from '../session/session.ts';
import classes from './frame.module.css';

/** What concerns every page: no mail server, the demo. */
export function Banners() {
  const t = useTexts();
  const may = useMay();
  const { demo } = useBranding();
  const { user } = useSession();
  const { data: choices } = useQuery(queryOf(getChoices, {}));
  const concerned = may('mail.view') || may('settings.change') || may('users.create');
  return (
    <>
      {demo && <div className={classes.banner}>{t('shell.banner.demo')}</div>}
      {!demo && concerned && choices?.mailServer === false && (
        <div className={classes.banner}>
          <span>{t('shell.banner.no-mail')}</span>
          {may('mail.view') && <Link to="/mail">{t('shell.banner.no-mail.read')}</Link>}
          {user.admin && (
            <Link to="/settings" hash="mail-server">
              {t('shell.banner.no-mail.set')}
            </Link>
          )}
        </div>
      )}
    </>
  );
}
