import { SimpleGrid, Textarea } from '@mantine/core';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { SettingsForm } from './settings-form.ts';
import { lineOfEntry } from './settings-values.ts';

/** What forms offer for salutation and job title. */
export function ListsSection({ form }: { form: SettingsForm }) {
  const t = useTexts();
  return (
    <Section title={t('settings.lists')} about={t('settings.lists.about')} anchor="lists">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <ListField form={form} name="salutations" />
        <ListField form={form} name="jobTitles" />
      </SimpleGrid>
    </Section>
  );
}

function ListField({ form, name }: { form: SettingsForm; name: 'salutations' | 'jobTitles' }) {
  const t = useTexts();
  const { error, ...field } = form.field(name);
  return (
    <Textarea
      label={t(`fields.name.${name}`)}
      autosize
      minRows={5}
      maxRows={16}
      error={error ?? wrongLine(form, name, (line, problem) => t('settings.line', { line, problem }))}
      {...field}
    />
  );
}

/** A problem with one entry comes under its number in the list: `salutations.3`. */
function wrongLine(
  { errors, values }: SettingsForm,
  name: 'salutations' | 'jobTitles',
  say: (line: number, problem: string) => string,
): string | undefined {
  const found = Object.entries(errors).find(([field]) => field.startsWith(`${name}.`));
  if (!found) return undefined;
  return say(lineOfEntry(values[name], Number(found[0].slice(name.length + 1))), String(found[1]));
}
