import type { TextValues } from '../../contract/texts.ts';

/** Why a row cannot be planned; the words stand in the texts under `shift-files.reason.<code>`. */
export type Reason = {
  code:
    | 'employee'
    | 'employee-twice'
    | 'former'
    | 'activity'
    | 'time'
    | 'no-such-time'
    | 'end-before-start'
    | 'too-long'
    | 'double'
    | 'not-open'
    | 'whole-day'
    | 'repeats';
  value: string;
  values?: TextValues;
};

/** A shift as a file tells of it, before anything is looked up. */
export type FileShift = {
  line: number;
  who: { name: string; number: string; personnelNumber: string; email: string };
  activity: string;
  /** As the file says it, for where it means no moment. */
  text: { starts: string; ends: string };
  starts: Temporal.Instant | null;
  ends: Temporal.Instant | null;
  reasons: Reason[];
};
