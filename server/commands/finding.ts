import type { TextValues } from '../../contract/texts.ts';
import type { CommandText } from './say.ts';

/** What one look found: fine, wrong, or not wrong but worth knowing. */
export type Finding = { mark: '✓' | '✗' | '!'; key: CommandText; values?: TextValues };
