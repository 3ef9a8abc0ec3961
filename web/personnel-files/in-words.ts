import type { FileRun, FileSchedule } from '../../contract/personnel-files.ts';
import type { FileSource } from '../../contract/personnel-sources.ts';
import type { Texts } from '../kit/texts.tsx';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** When a link runs. */
export function scheduleInWords(schedule: FileSchedule | null, t: Texts): string {
  if (schedule === null) return t('personnel-files.schedule.none');
  if (schedule.every === 'hour') return t('personnel-files.schedule.hour');
  const { at } = schedule;
  if (schedule.every === 'day') return t('personnel-files.schedule.day-at', { at });
  return t('personnel-files.schedule.week-at', { weekday: weekdayName(schedule.weekday, t), at });
}

export function weekdayName(number: number, t: Texts): string {
  return t(`personnel-files.weekday.${weekdays.find((one) => one === number) ?? 1}`);
}

/** From where the file comes, short enough for a list. */
export function sourceInWords(source: FileSource): string {
  if (source.kind === 'folder') return source.path;
  if (source.kind === 'sftp')
    return `sftp://${source.host}${source.path.startsWith('/') ? '' : '/'}${source.path}`;
  const { origin, pathname } = new URL(source.url);
  return origin + pathname;
}

/** True while a run goes on by itself. */
export function isUnderWay({ state }: Pick<FileRun, 'state'>): boolean {
  return state === 'fetching' || state === 'checking' || state === 'running';
}
