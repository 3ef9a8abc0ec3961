import type { Import } from '../../contract/imports.ts';
import { StateBadge } from '../kit/state-badge.tsx';
import { useTexts } from '../kit/texts.tsx';

const tones = {
  uploaded: 'waiting',
  checking: 'ahead',
  checked: 'waiting',
  running: 'ahead',
  done: 'good',
  undoing: 'ahead',
  undone: 'plain',
  failed: 'bad',
} as const;

/** The state of an import in a word. */
export function ImportState({ state }: Pick<Import, 'state'>) {
  const t = useTexts();
  return <StateBadge tone={tones[state]}>{t(`imports.state.${state}`)}</StateBadge>;
}

/** True while something is being done in the background. */
export function isWorking({ state }: Pick<Import, 'state'>): boolean {
  return state === 'checking' || state === 'running' || state === 'undoing';
}
