import { Page } from '../kit/page.tsx';
import { useTexts } from '../kit/texts.tsx';

/** Still empty. */
export function MailMessagePage() {
  const t = useTexts();
  return <Page title={t('shell.mail')}>{null}</Page>;
}
