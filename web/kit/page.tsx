import { Box, Text, Title } from '@mantine/core';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import classes from './page.module.css';
import { useTexts } from './texts.tsx';

/** The name of the organisation, for the title of the window. */
export const SiteNameContext = createContext('Muster');

let arrived = false;

/**
 * One page: heading, document title, the way back (`crumbs`: links), one main `action` at the top right, a
 * `beside` next to the heading, `lead` before it (a face) (state marks). Moves the focus to the heading after navigation. `width`
 * "reading" keeps text and forms narrow; `fill` gives a list the whole height, so that its head and its page
 * buttons stay in view (use it with one DataTable as the last child).
 */
export function Page(props: {
  title: string;
  beside?: ReactNode;
  lead?: ReactNode;
  about?: ReactNode;
  crumbs?: ReactNode[];
  action?: ReactNode;
  width?: 'full' | 'reading';
  fill?: boolean;
  children: ReactNode;
}) {
  const t = useTexts();
  const heading = useHeadingFocus();
  useDocumentTitle(props.title);
  return (
    <Box className={classes.page} data-fill={props.fill || undefined} data-width={props.width ?? 'full'}>
      {props.crumbs && (
        <nav aria-label={t('kit.breadcrumbs')}>
          <ol className={classes.crumbs}>
            {props.crumbs.map((crumb, at) => (
              // The way back never changes its order.
              <li key={String(at)}>{crumb}</li>
            ))}
          </ol>
        </nav>
      )}
      <header className={classes.head}>
        <div className={classes.words}>
          {props.lead}
          <div className={classes.said}>
            <div className={classes.heading}>
              <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
                {props.title}
              </Title>
              {props.beside}
            </div>
            {props.about && (
              <Text component="div" c="dimmed" className={classes.about}>
                {props.about}
              </Text>
            )}
          </div>
        </div>
        {props.action && <div className={classes.action}>{props.action}</div>}
      </header>
      {props.children}
    </Box>
  );
}

/** Sets the title of the window: `Users · Zonnehof`. */
export function useDocumentTitle(title: string): void {
  const site = useContext(SiteNameContext);
  useEffect(() => {
    document.title = title === site ? site : `${title} · ${site}`;
  }, [title, site]);
}

/** Puts the focus on a page's heading when it appears; not on the very first page, where nothing was left. */
export function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const first = !arrived;
    arrived = true;
    const busy = document.activeElement?.closest('[role="dialog"], [data-keep-focus]');
    if (!first && !busy) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
