import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Deed } from '../../contract/audit.ts';
import { type ChangeInWords, describeChanges } from '../../contract/change-words.ts';
import { useLocale, useTexts } from '../kit/texts.tsx';
import classes from './audit.module.css';

/**
 * What a deed changed, in the reader's words: every field old → new. Shows the first few, the others on request.
 * For every list of deeds: the audit log, and the history of a person.
 */
export function Changes({ deed, first = 3 }: { deed: Pick<Deed, 'changes' | 'erased'>; first?: number }) {
  const t = useTexts();
  const locale = useLocale();
  const [all, setAll] = useState(false);
  if (deed.erased) {
    return (
      <Text span c="dimmed" fs="italic">
        {t('audit.erased')}
      </Text>
    );
  }
  const changes = describeChanges(deed.changes, locale);
  const more = changes.length - first;
  // One line more takes no more room than the button that hides it.
  const shown = all || more <= 1 ? changes : changes.slice(0, first);
  if (changes.length === 0) return null;
  return (
    <>
      <ul className={classes.changes}>
        {shown.map((change) => (
          <ChangeLine key={change.field} change={change} />
        ))}
      </ul>
      {more > 1 && (
        <UnstyledButton className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('audit.fewer') : t('audit.more', { count: more })}
        </UnstyledButton>
      )}
    </>
  );
}

function ChangeLine({ change: { name, from, to } }: { change: ChangeInWords }) {
  const t = useTexts();
  return (
    <li>
      <span className={classes.field}>{name}</span>{' '}
      {/* What only says where it happened was the same before. */}
      {from !== to && (
        <>
          {from} <VisuallyHidden>{t('audit.became')}</VisuallyHidden>
          <span aria-hidden className={classes.arrow}>
            →
          </span>{' '}
        </>
      )}
      {to}
    </li>
  );
}
