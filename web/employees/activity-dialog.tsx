import { ColorInput, Stack, TextInput } from '@mantine/core';
import { type Activity, changeActivity, createActivity } from '../../contract/work.ts';
import { CallForm } from '../kit/call-form.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { SaveButtons } from '../kit/save-buttons.tsx';
import { useTexts } from '../kit/texts.tsx';
import { affected } from '../work/affected.ts';
import { NeededSkills } from './needed-skills.tsx';

type Props = { activity: Activity | null; close: () => void };

/** A new activity, or changes to one: name, colour, what it asks for. */
export function ActivityDialog(props: Props) {
  const t = useTexts();
  const { activity } = props;
  const title = activity ? t('activities.edit', { name: activity.name }) : t('activities.create');
  return (
    <Dialog opened close={props.close} title={title}>
      <ActivityForm {...props} />
    </Dialog>
  );
}

const swatches = ['#2f7d5b', '#2563a8', '#8a4baf', '#b4552d', '#a3324f', '#5f6b2e', '#317a8c', '#6b5b4b'];

function ActivityForm({ activity, close }: Props) {
  const t = useTexts();
  const initial = {
    name: activity?.name ?? '',
    colour: activity?.colour ?? swatches[0] ?? '',
    skills: (activity?.skills ?? []).map(({ skill, level }) => ({ skill, level })),
  };
  const done = ({ name }: Activity) => {
    close();
    noticeDone(t(activity ? 'activities.saved' : 'activities.created', { name }));
  };
  const creating = useCallForm(createActivity, { initial, refresh: affected, done });
  const changing = useCallForm(changeActivity, {
    initial,
    input: (values) => ({ id: activity?.id ?? '', ...values }),
    version: activity?.version,
    refresh: affected,
    done,
  });
  const form = activity ? changing : creating;
  return (
    <CallForm form={form}>
      <Stack>
        <TextInput label={t('groups.name')} withAsterisk data-autofocus {...form.field('name')} />
        <ColorInput
          label={t('activities.colour')}
          format="hex"
          swatches={swatches}
          withEyeDropper={false}
          popoverProps={{ withinPortal: false }}
          {...form.field('colour')}
        />
        <NeededSkills needed={form.values.skills} change={(skills) => form.set({ skills })} />
        <SaveButtons sending={form.sending} close={close} />
      </Stack>
    </CallForm>
  );
}
