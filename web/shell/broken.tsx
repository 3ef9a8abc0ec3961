import { translate } from '../../contract/texts.ts';
import { isRefusal } from '../kit/call.ts';
import { firstLanguage } from '../kit/texts.tsx';
import classes from './broken.module.css';

/**
 * For a page that stopped working, or could not be fetched. Leans on nothing that may be broken itself: no
 * theme, no texts from above.
 */
export function Broken({ error }: { error: unknown }) {
  const language = firstLanguage();
  return (
    <div role="alert" className={classes.broken}>
      <h1>{translate(language, 'kit.broken.title')}</h1>
      <p>{isRefusal(error) ? error.message : translate(language, 'kit.broken.text')}</p>
      <button type="button" onClick={() => location.reload()}>
        {translate(language, 'kit.reload')}
      </button>
    </div>
  );
}
