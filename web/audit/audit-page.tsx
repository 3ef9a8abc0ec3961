import { Page } from '../kit/page.tsx';
import { useTexts } from '../kit/texts.tsx';

/** Still empty. */
export function AuditPage() {
  const t = useTexts();
  return <Page title={t('shell.audit')}>{null}</Page>;
}
