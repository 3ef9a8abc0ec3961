import { Checkbox, Stack, Text } from '@mantine/core';
import type { User } from '../../contract/user-shapes.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { UserDraft } from './use-user-draft.tsx';
import classes from './user-page.module.css';

/** The mark that gives every right. Saved with the rest of the page; only administrators see it as a choice. */
export function AdminSection({ user, draft }: { user: User; draft: UserDraft }) {
  const t = useTexts();
  const wanted = draft.draft.admin;
  if (!user.allowed.includes('grant-admin')) {
    return (
      <Section title={t('users.admin.title')}>
        <Text>{t(user.admin ? 'users.admin.has' : 'users.admin.has-not')}</Text>
        <Text size="sm" c="dimmed">
          {t('users.admin.only-administrators')}
        </Text>
      </Section>
    );
  }
  return (
    <Section title={t('users.admin.title')}>
      <Stack gap={4}>
        <Checkbox
          name="granted"
          label={t('users.admin.grant')}
          description={t('users.admin.about')}
          checked={wanted}
          classNames={{ description: classes.about }}
          error={draft.errors.granted}
          onChange={(event) => draft.change({ admin: event.currentTarget.checked })}
        />
        <div aria-live="polite">
          {draft.changed.includes('admin') && (
            <Text className={classes.note}>
              {t(wanted ? 'users.admin.will-grant' : 'users.admin.will-take', { name: user.name })}
            </Text>
          )}
        </div>
      </Stack>
    </Section>
  );
}
