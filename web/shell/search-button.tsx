import { Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../kit/texts.tsx';
import classes from './frame.module.css';

const Palette = lazy(() => import('./palette.tsx').then(({ Palette }) => ({ default: Palette })));

/** The search box at the top; opens the palette, which is loaded when first used. Ctrl+K does the same. */
export function SearchButton() {
  const t = useTexts();
  const [opened, setOpened] = useState(0);
  const open = () => setOpened((times) => times + 1);
  // While typing in a field, too: Ctrl+K means nothing else there.
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <button type="button" className={classes.search} onClick={open} aria-keyshortcuts="Control+K">
        <IconSearch size={16} aria-hidden />
        <span className={classes.searchText}>{t('shell.search.long')}</span>
        <Kbd size="xs" className={classes.keys} aria-hidden>
          {isApple ? '⌘ K' : 'Ctrl K'}
        </Kbd>
      </button>
      {opened > 0 && (
        <Suspense>
          <Palette asked={opened} />
        </Suspense>
      )}
    </>
  );
}

const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);
