import { Link } from '@tanstack/react-router';
import { useTexts } from '../kit/texts.tsx';
import classes from './settings.module.css';

const sections = [
  ['organisation', 'settings.organisation'],
  ['language', 'settings.locale'],
  ['passwords', 'settings.password'],
  ['lock-out', 'settings.lock'],
  ['two-factor', 'settings.two-factor'],
  ['own-data', 'settings.own-data'],
  ['invitations', 'settings.invitations'],
  ['group-mail', 'settings.group-mail'],
  ['mail-server', 'settings.mail'],
  ['lists', 'settings.lists'],
  ['retention', 'settings.retention'],
  ['demo', 'settings.demo'],
] as const;

/** The sections of the page as links, beside it where there is room. */
export function Contents({ demo }: { demo: boolean }) {
  const t = useTexts();
  return (
    <nav aria-label={t('settings.contents')} className={classes.contents}>
      <div className={classes.contentsTitle} aria-hidden>
        {t('settings.contents')}
      </div>
      {sections
        .filter(([anchor]) => demo || anchor !== 'demo')
        .map(([anchor, text]) => (
          <Link key={anchor} to="." hash={anchor} activeOptions={{ includeHash: true }}>
            {t(text)}
          </Link>
        ))}
    </nav>
  );
}
