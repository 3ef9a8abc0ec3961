import { Button, Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core';
import { importModes } from '../../contract/imports.ts';
import type { createPersonnelFile, PersonnelFile } from '../../contract/personnel-files.ts';
import { CallForm } from '../kit/call-form.tsx';
import type { useCallForm } from '../kit/form.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { AlarmFields } from './alarm-fields.tsx';
import { FileColumns } from './file-columns.tsx';
import type { FileDraft } from './file-draft.ts';
import classes from './personnel-files.module.css';
import { ScheduleFields } from './schedule-fields.tsx';
import { SourceFields } from './source-fields.tsx';
import { TestConnection } from './test-connection.tsx';

export type FileFormState = ReturnType<typeof useCallForm<typeof createPersonnelFile, FileDraft>>;

/** Everything about a link: where from, what the columns hold, what it does and when. */
export function FileForm({ form, file }: { form: FileFormState; file?: PersonnelFile }) {
  const t = useTexts();
  const { values } = form;
  return (
    <CallForm form={form} guard label={file?.name ?? t('personnel-files.new')}>
      <div className={classes.stack}>
        {form.problem?.code === 'request.stale' && <ProblemAlert problem={form.problem} />}
        <Section title={t('personnel-files.source')}>
          <Stack>
            <TextInput label={t('personnel-files.name')} autoComplete="off" {...form.field('name')} />
            <SourceFields form={form} file={file} />
            <TestConnection form={form} file={file} />
          </Stack>
        </Section>
        <FileColumns form={form} />
        <Section title={t('personnel-files.options')}>
          <Stack>
            <Radio.Group label={t('imports.mode')} {...form.field('mode')}>
              <Stack gap={6} mt={6}>
                {importModes.map((one) => (
                  <Radio key={one} value={one} label={t(`imports.mode.${one}`)} />
                ))}
              </Stack>
            </Radio.Group>
            <Checkbox
              label={t('imports.create-groups')}
              description={t('personnel-files.create-groups.about')}
              classNames={{ description: classes.about }}
              {...form.tick('createGroups')}
            />
            <Checkbox
              label={t('personnel-files.welcome')}
              description={t('personnel-files.welcome.about')}
              classNames={{ description: classes.about }}
              {...form.tick('sendWelcomeMail')}
            />
          </Stack>
        </Section>
        <ScheduleFields form={form} />
        <AlarmFields form={form} />
        <Group>
          <Button type="submit" loading={form.sending} disabled={values.columns.length === 0}>
            {t('personnel-files.save')}
          </Button>
        </Group>
      </div>
    </CallForm>
  );
}
