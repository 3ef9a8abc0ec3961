import { IconInfoCircle } from '@tabler/icons-react';
import type { Import } from '../../contract/imports.ts';
import { Note } from '../kit/note.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './imports.module.css';

/** The groups that the run would make, each with how many rows name it, and what it was perhaps meant to be. */
export function NamesToMake({ item }: { item: Import }) {
  const t = useTexts();
  const names = item.newNames.filter(({ willBeMade }) => willBeMade);
  if (names.length === 0) return null;
  const doubtful = names.some(({ like }) => like !== null);
  return (
    <Note
      icon={<IconInfoCircle size={18} />}
      tone={doubtful ? 'warning' : undefined}
      title={t('imports.new-names', { count: names.length })}
    >
      <ul className={classes.names}>
        {names.map(({ field, name, rows, like }) => (
          <li key={`${field} ${name}`}>
            {t('imports.new-names.one', { field: t(`fields.name.${field}`), name, rows })}
            {like && <strong> {t('imports.new-names.like', { like })}</strong>}
          </li>
        ))}
      </ul>
      {t('imports.new-names.what')}
    </Note>
  );
}
