import { Link } from '@tanstack/react-router';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import classes from './frame.module.css';
import { navigation } from './navigation.ts';
import { useOpenRequests } from './open-requests.ts';

/** The links at the left: only what the signed-in person may use. */
export function NavigationList({ left }: { left?: () => void }) {
  const t = useTexts();
  const may = useMay();
  return (
    <nav aria-label={t('shell.navigation')} className={classes.navigation}>
      {navigation.map(({ text, places }) => {
        const allowed = places.filter((place) => !place.may || may(place.may));
        if (allowed.length === 0) return null;
        return (
          <div key={text ?? allowed[0]?.to} className={classes.group}>
            {text && <div className={classes.groupTitle}>{t(text)}</div>}
            <ul className={classes.places}>
              {allowed.map(({ to, text: name, icon: Icon, counts }) => (
                <li key={to}>
                  <Link
                    to={to}
                    className={classes.place}
                    activeOptions={{ exact: to === '/' }}
                    onClick={left}
                  >
                    <Icon size={18} stroke={1.7} aria-hidden />
                    {t(name)}
                    {counts && <OpenRequests />}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

function OpenRequests() {
  const t = useTexts();
  const count = useOpenRequests();
  if (count === 0) return null;
  return (
    <span className={classes.placeCount} role="img" aria-label={t('shell.requests.open', { count })}>
      {count}
    </span>
  );
}
