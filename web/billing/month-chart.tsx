import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import type { BilledMonth } from '../../contract/billing.ts';
import type { Search } from '../kit/address-state.ts';
import { useDates } from '../kit/dates.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './billing.module.css';

/** A bar for each month, and each a link that chooses it. A dot above one tells that it was corrected. */
export function MonthChart({ months, chosen }: { months: BilledMonth[]; chosen: string }) {
  const t = useTexts();
  const list = useRef<HTMLUListElement>(null);
  // Where not all months fit, the newest are in view.
  useLayoutEffect(() => list.current?.scrollTo({ left: list.current.scrollWidth }), []);
  const most = Math.max(1, ...months.map(({ people }) => people));
  return (
    <ul ref={list} className={classes.chart} aria-label={t('billing.chart')}>
      {months.map((month) => (
        <li key={month.month} className={classes.month}>
          <MonthBar month={month} share={month.people / most} chosen={month.month === chosen} />
        </li>
      ))}
    </ul>
  );
}

function MonthBar({ month, share, chosen }: { month: BilledMonth; share: number; chosen: boolean }) {
  const t = useTexts();
  const dates = useDates();
  const corrected = month.added + month.removed > 0;
  const words = [
    t('billing.chart.month', { month: dates.month(month.month), count: month.people }),
    corrected && t('billing.corrected', { added: month.added, removed: month.removed }),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <Link
      to="."
      search={(before: Search) => ({ ...before, month: month.month, cursor: undefined })}
      replace
      resetScroll={false}
      className={classes.bar}
      aria-current={chosen ? 'true' : undefined}
      title={words}
    >
      <span
        className={`${classes.column} ${corrected ? classes.corrected : ''}`}
        style={{ height: `calc(${share} * (100% - 50px))` }}
      />
      <VisuallyHidden>{words}</VisuallyHidden>
      <span className={classes.name} aria-hidden>
        {dates.shortMonth(month.month)}
      </span>
      <span className={classes.year} aria-hidden>
        {month.month.endsWith('-01') ? month.month.slice(0, 4) : ' '}
      </span>
    </Link>
  );
}
