import { Page } from '../kit/page.tsx';
import { useTexts } from '../kit/texts.tsx';

/** Still empty. */
export function ProfilePage() {
  const t = useTexts();
  return <Page title={t('shell.profile')}>{null}</Page>;
}
