import { Stack, TextInput } from '@mantine/core';
import { changeSkill, createSkill, type Skill } from '../../contract/work.ts';
import { CallForm } from '../kit/call-form.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { SaveButtons } from '../kit/save-buttons.tsx';
import { useTexts } from '../kit/texts.tsx';
import { affected } from '../work/affected.ts';

type Props = { skill: Skill | null; close: () => void };

/** A new skill, or another name for one. */
export function SkillDialog(props: Props) {
  const t = useTexts();
  const title = props.skill ? t('skills.edit', { name: props.skill.name }) : t('skills.create');
  return (
    <Dialog opened close={props.close} title={title}>
      <SkillForm {...props} />
    </Dialog>
  );
}

function SkillForm({ skill, close }: Props) {
  const t = useTexts();
  const initial = { name: skill?.name ?? '' };
  const done = ({ name }: Skill) => {
    close();
    noticeDone(t(skill ? 'skills.saved' : 'skills.created', { name }));
  };
  const creating = useCallForm(createSkill, { initial, refresh: affected, done });
  const changing = useCallForm(changeSkill, {
    initial,
    input: ({ name }) => ({ id: skill?.id ?? '', name }),
    version: skill?.version,
    refresh: affected,
    done,
  });
  const form = skill ? changing : creating;
  return (
    <CallForm form={form}>
      <Stack>
        <TextInput label={t('groups.name')} withAsterisk data-autofocus {...form.field('name')} />
        <SaveButtons sending={form.sending} close={close} />
      </Stack>
    </CallForm>
  );
}
