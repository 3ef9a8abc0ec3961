import type { ShiftProblem } from '../../contract/schedule.ts';
import type { Texts } from '../kit/texts.tsx';

/** What does not fit about a shift, in words. */
export function problemWords(t: Texts, { code, skill }: ShiftProblem): string {
  return skill === null ? t(`schedule.problem.${code}`) : t('schedule.problem.skill', { skill });
}
