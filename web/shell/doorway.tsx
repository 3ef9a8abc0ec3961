import { SegmentedControl } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { type Language, languages } from '../../contract/shapes.ts';
import { languageName } from '../kit/language-name.ts';
import { useLocale, useTexts } from '../kit/texts.tsx';
import { useBranding } from '../session/session.ts';
import classes from './doorway.module.css';
import { OrganisationMark } from './organisation-mark.tsx';

/** Around the pages for those who are not in yet: the organisation's name above, the language below. */
export function Doorway() {
  const t = useTexts();
  const { language, setLanguage } = useLocale();
  const { organisationName } = useBranding();
  const name = organisationName || 'Muster';
  return (
    <div className={classes.doorway}>
      <main className={classes.card}>
        <div className={classes.organisation}>
          <OrganisationMark />
          {name}
        </div>
        <Outlet />
      </main>
      <footer>
        <SegmentedControl
          aria-label={t('shell.language')}
          size="xs"
          value={language}
          onChange={(chosen) => setLanguage(chosen as Language)}
          data={languages.map((one) => ({ value: one, label: languageName(one) }))}
        />
      </footer>
    </div>
  );
}
