import { IconMapQuestion } from '@tabler/icons-react';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { useTexts } from '../kit/texts.tsx';

/** For addresses where nothing is. */
export function NotFound() {
  const t = useTexts();
  return (
    <Page title={t('shell.not-found.title')}>
      <EmptyState
        icon={<IconMapQuestion size={22} />}
        title={t('shell.not-found.text')}
        action={<ButtonLink to="/">{t('shell.not-found.overview')}</ButtonLink>}
      />
    </Page>
  );
}
