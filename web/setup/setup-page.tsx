import { Page } from '../kit/page.tsx';
import { useTexts } from '../kit/texts.tsx';

/** Still empty. */
export function SetupPage() {
  const t = useTexts();
  return <Page title={t('shell.overview')}>{null}</Page>;
}
