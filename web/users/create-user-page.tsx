import { Page } from '../kit/page.tsx';
import { useTexts } from '../kit/texts.tsx';

/** Still empty. */
export function CreateUserPage() {
  const t = useTexts();
  return <Page title={t('shell.search.create-user')}>{null}</Page>;
}
