import { Burger, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { useTexts } from '../kit/texts.tsx';
import { useBranding } from '../session/session.ts';
import { Banners } from './banners.tsx';
import classes from './frame.module.css';
import { NavigationList } from './navigation-list.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SearchButton } from './search-button.tsx';

/** The frame around every page of somebody who is signed in: navigation, search, own menu, banners. */
export function Frame() {
  const t = useTexts();
  const [opened, drawer] = useDisclosure(false);
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <aside className={classes.side}>
        <OrganisationName />
        <NavigationList />
      </aside>
      <Drawer
        opened={opened}
        onClose={drawer.close}
        size={280}
        title={<OrganisationName />}
        closeButtonProps={{ 'aria-label': t('shell.menu.close') }}
      >
        <NavigationList left={drawer.close} />
      </Drawer>
      <div className={classes.body}>
        <header className={classes.top}>
          <Burger
            opened={opened}
            onClick={drawer.open}
            size="sm"
            className={classes.burger}
            aria-label={t('shell.menu.open')}
            aria-expanded={opened}
          />
          <SearchButton />
          <PersonMenu />
        </header>
        <main id="content" tabIndex={-1} className={classes.content}>
          <Banners />
          <Outlet />
        </main>
      </div>
    </div>
  );
}

function OrganisationName() {
  const { organisationName } = useBranding();
  return (
    <Link to="/" className={classes.organisation}>
      <span className={classes.mark} aria-hidden>
        {[...organisationName][0]?.toUpperCase()}
      </span>
      <span className={classes.organisationName}>{organisationName}</span>
    </Link>
  );
}
