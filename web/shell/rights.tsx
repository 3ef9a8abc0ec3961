import { IconLock } from '@tabler/icons-react';
import { Outlet, useMatches } from '@tanstack/react-router';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useBranding, useMay } from '../session/session.ts';

/** Shows the page, or explains that one has no right to it. */
export function Rights() {
  const may = useMay();
  const needed = useMatches({ select: (matches) => matches.at(-1)?.staticData.may });
  return needed && !may(needed) ? <NoRight /> : <Outlet />;
}

function NoRight() {
  const t = useTexts();
  const { organisationName } = useBranding();
  return (
    <Page title={t('shell.no-right.title')}>
      <EmptyState
        icon={<IconLock size={22} />}
        title={t('shell.no-right.text', { organisation: organisationName })}
        action={<ButtonLink to="/">{t('shell.not-found.overview')}</ButtonLink>}
      />
    </Page>
  );
}
