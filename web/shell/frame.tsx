import { Burger } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../kit/texts.tsx';
import { Banners } from './banners.tsx';
import classes from './frame.module.css';
import { NavigationList } from './navigation-list.tsx';
import { OrganisationName } from './organisation-name.tsx';
import { PersonCorner } from './person-corner.tsx';
import { SearchButton } from './search-button.tsx';

const NarrowMenu = lazy(() =>
  import('./narrow-menu.tsx').then(({ NarrowMenu }) => ({ default: NarrowMenu })),
);

/** The frame around every page of somebody who is signed in: navigation, search, own menu, banners. */
export function Frame() {
  const t = useTexts();
  const [menu, setMenu] = useState<'never' | 'open' | 'closed'>('never');
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <aside className={classes.side}>
        <OrganisationName />
        <NavigationList />
      </aside>
      {menu !== 'never' && (
        <Suspense>
          <NarrowMenu opened={menu === 'open'} close={() => setMenu('closed')} />
        </Suspense>
      )}
      <div className={classes.body}>
        <section className={classes.top} aria-label={t('shell.top')}>
          <Burger
            opened={menu === 'open'}
            onClick={() => setMenu('open')}
            size="sm"
            className={classes.burger}
            aria-label={t('shell.menu.open')}
            aria-expanded={menu === 'open'}
          />
          <SearchButton />
          <PersonCorner />
        </section>
        <main id="content" tabIndex={-1} className={classes.content}>
          <Banners />
          <Outlet />
        </main>
      </div>
    </div>
  );
}
