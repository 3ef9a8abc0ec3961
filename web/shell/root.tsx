import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { Notices } from '../kit/notices.tsx';
import { SiteNameContext } from '../kit/page.tsx';
import { useLocale } from '../kit/texts.tsx';
import { resolveVariables, themeOf } from '../kit/theme.ts';
import { isSignedIn, useBranding, useSessionState } from '../session/session.ts';

const schemes = localStorageColorSchemeManager({ key: 'muster.colours' });

/** Around everything: the organisation's look, the person's language and time zone, notices. */
export function Root() {
  const { colour, organisationName } = useBranding();
  const theme = useMemo(() => themeOf(colour), [colour]);
  useOwnLocale();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      <SiteNameContext value={organisationName || 'Muster'}>
        <Outlet />
        <Notices />
      </SiteNameContext>
    </MantineProvider>
  );
}

function useOwnLocale(): void {
  const session = useSessionState();
  const { setLanguage, setTimeZone } = useLocale();
  const user = isSignedIn(session) ? session.user : undefined;
  const [language, timeZone] = [user?.language, user?.timeZone];
  useEffect(() => {
    if (language) setLanguage(language);
    if (timeZone) setTimeZone(timeZone);
  }, [language, timeZone, setLanguage, setTimeZone]);
}
