import { useMemo } from 'react';
import {
  formatDay,
  formatLongDay,
  formatMoment,
  formatMonth,
  formatRelative,
  formatShortDay,
  formatShortMonth,
} from '../../contract/format-dates.ts';
import { useLocale } from './texts.tsx';

/** Days and moments in the reader's language and time zone: `const dates = useDates()`, `dates.day(user.startsOn)`. */
export function useDates() {
  const { language, timeZone } = useLocale();
  return useMemo(
    () => ({
      day: (day: string) => formatDay(language, day),
      longDay: (day: string) => formatLongDay(language, day),
      shortDay: (day: string) => formatShortDay(language, day),
      month: (month: string) => formatMonth(language, month),
      shortMonth: (month: string) => formatShortMonth(language, month),
      moment: (moment: string) => formatMoment(language, timeZone, moment),
      relative: (moment: string) => formatRelative(language, moment, new Date()),
    }),
    [language, timeZone],
  );
}
