import type { FileRun } from '../../contract/personnel-files.ts';
import { StateBadge } from '../kit/state-badge.tsx';
import { useTexts } from '../kit/texts.tsx';

const tones = {
  fetching: 'ahead',
  checking: 'ahead',
  running: 'ahead',
  waiting: 'waiting',
  checked: 'plain',
  done: 'good',
  unchanged: 'plain',
  discarded: 'plain',
  failed: 'bad',
} as const;

/** The state of a run in a word. */
export function RunState({ state }: Pick<FileRun, 'state'>) {
  const t = useTexts();
  return <StateBadge tone={tones[state]}>{t(`personnel-files.state.${state}`)}</StateBadge>;
}
