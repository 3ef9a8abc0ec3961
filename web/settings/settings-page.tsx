import { Page } from '../kit/page.tsx';
import { useTexts } from '../kit/texts.tsx';

/** Still empty. */
export function SettingsPage() {
  const t = useTexts();
  return <Page title={t('shell.settings')}>{null}</Page>;
}
