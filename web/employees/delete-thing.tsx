import { Text } from '@mantine/core';
import type { deleteActivity, deleteSkill } from '../../contract/work.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { affected } from '../work/affected.ts';

/** Asks before an activity or a skill is deleted, and says for how many people that means something. */
export function DeleteThing(props: {
  of: 'activities' | 'skills';
  call: typeof deleteActivity | typeof deleteSkill;
  thing: { id: string; name: string; people: number; version: number };
  close: () => void;
}) {
  const t = useTexts();
  const { of, thing, close } = props;
  const { name, people } = thing;
  const act = useAct(props.call, {
    refresh: affected,
    done: () => {
      close();
      noticeDone(t(`${of}.deleted`, { name }));
    },
  });
  return (
    <ConfirmDialog
      opened
      close={close}
      title={`${t(`${of}.delete`, { name })}?`}
      confirm={t(`${of}.delete`, { name })}
      danger
      busy={act.isPending}
      problem={act.error}
      act={() => act.mutate({ input: { id: thing.id }, version: thing.version })}
    >
      <Text>{t(`${of}.delete.about`, { people })}</Text>
    </ConfirmDialog>
  );
}
