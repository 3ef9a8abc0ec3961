import { Page } from '../kit/page.tsx';
import { useTexts } from '../kit/texts.tsx';

/** Still empty. */
export function UsersPage() {
  const t = useTexts();
  return <Page title={t('shell.users')}>{null}</Page>;
}
