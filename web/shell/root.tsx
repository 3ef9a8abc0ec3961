import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
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
  useLeaveWhenSignedOut();
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

function useLeaveWhenSignedOut(): void {
  const router = useRouter();
  const signedIn = isSignedIn(useSessionState());
  const before = useRef(signedIn);
  useEffect(() => {
    if (before.current && !signedIn) void router.invalidate();
    before.current = signedIn;
  }, [signedIn, router]);
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
