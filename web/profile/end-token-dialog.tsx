import type { ApiToken } from '../../contract/tokens.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { useTexts } from '../kit/texts.tsx';

/** Asks before a token is ended: whatever uses it stops at once. */
export function EndTokenDialog(props: {
  token: ApiToken | null;
  close: () => void;
  act: (token: ApiToken) => void;
  busy: boolean;
  problem: { message: string } | null;
}) {
  const t = useTexts();
  const { token, act } = props;
  return (
    <ConfirmDialog
      opened={token !== null}
      close={props.close}
      title={t('tokens.end.title', { name: token?.name ?? '' })}
      confirm={t('tokens.end')}
      danger
      busy={props.busy}
      problem={props.problem}
      act={() => token && act(token)}
    >
      {t('tokens.end.text')}
    </ConfirmDialog>
  );
}
