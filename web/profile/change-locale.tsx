import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { changeOwnProfile } from '../../contract/profile.ts';
import { languages } from '../../contract/shapes.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { TimeZoneField } from '../kit/time-zone-field.tsx';
import { sessionQuery, useSession } from '../session/session.ts';

/** Own language and time zone. */
export function ChangeLocale({ held }: { held: readonly string[] }) {
  const t = useTexts();
  const client = useQueryClient();
  const { user } = useSession();
  const isHeld = held.includes('language');
  const form = useCallForm(changeOwnProfile, {
    initial: { language: user.language, timeZone: user.timeZone },
    // What stays away is left as it is: a language that is held is not sent at all.
    input: ({ language, timeZone }) => (isHeld ? { timeZone } : { language, timeZone }),
    done: (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      noticeDone(t('profile.locale.saved'));
    },
  });
  return (
    <Section title={t('profile.locale')}>
      <CallForm form={form} guard label={t('profile.locale')}>
        <Stack>
          <NativeSelect
            label={t('fields.name.language')}
            disabled={isHeld}
            description={isHeld && t('personnel-files.mine', { fields: t('fields.name.language') })}
            data={languages.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
            {...form.field('language')}
          />
          <TimeZoneField label={t('fields.name.timeZone')} {...form.field('timeZone')} />
          <Group>
            <Button type="submit" loading={form.sending} disabled={!form.dirty}>
              {t('kit.save')}
            </Button>
          </Group>
        </Stack>
      </CallForm>
    </Section>
  );
}
