import { Radio, Stack, Text } from '@mantine/core';
import { emailKey } from '../../contract/emails.ts';
import { displayName } from '../../contract/names.ts';
import type { User } from '../../contract/user-shapes.ts';
import { Facts } from '../kit/facts.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { EmailField } from './email-field.tsx';
import classes from './form.module.css';
import { PendingEmail } from './pending-email.tsx';
import { ContactFields, NameFields, TextLine } from './person-fields.tsx';
import type { UserDraft } from './use-user-draft.tsx';
import { WhyNot } from './why-not.tsx';

const fixed = ['email', 'username', 'number'] as const;
const all = ['email', 'phone', 'mobile', 'jobTitle', 'personnelNumber', 'username', 'number'] as const;

function factOf(t: ReturnType<typeof useTexts>, user: User, field: (typeof all)[number]) {
  return { name: t(`fields.name.${field}`), value: user[field] };
}

type Props = { user: User; draft: UserDraft };

/** Name, address, contact and numbers; to read only for those who may not change them. */
export function DetailsSection({ user, draft }: Props) {
  const t = useTexts();
  if (!user.allowed.includes('change')) {
    return (
      <Section title={t('users.page.details')} about={<WhyNot needs="users.change" />}>
        <DetailsRead user={user} />
      </Section>
    );
  }
  const { field } = draft;
  const signsIn = user.allowed.includes('sign-in-names');
  return (
    <Section title={t('users.page.details')}>
      <Stack gap="sm">
        <NameFields field={field} />
        {signsIn && (
          <>
            <EmailField field={field('email')} known={user.email} />
            {user.pendingEmail !== null && <PendingEmail user={user} email={user.pendingEmail} />}
            <EmailWhen user={user} draft={draft} />
          </>
        )}
        <ContactFields field={field} />
        <div className={classes.pairs}>
          <TextLine field={field('personnelNumber')} label={t('fields.name.personnelNumber')} />
          {signsIn && (
            <TextLine
              field={field('username')}
              label={t('fields.name.username')}
              description={t('users.form.username.about-change')}
            />
          )}
        </div>
        <Facts facts={(signsIn ? (['number'] as const) : fixed).map((name) => factOf(t, user, name))} />
        {!signsIn && (
          <Text size="sm" c="dimmed">
            {t('users.page.sign-in-names.above')}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

/** From when a changed address counts: a choice only for those who may vouch for it. */
function EmailWhen({ user, draft }: Props) {
  const t = useTexts();
  if (emailKey(draft.draft.email) === emailKey(user.email)) return null;
  if (user.activatedAt === null) return <Text size="sm">{t('users.page.email.pending-account')}</Text>;
  if (!user.allowed.includes('security')) {
    return <Text size="sm">{t('users.page.email.confirmed.about')}</Text>;
  }
  return (
    <Radio.Group
      label={t('users.page.email.when')}
      value={draft.emailAtOnce ? 'at-once' : 'confirmed'}
      onChange={(when) => draft.setEmailAtOnce(when === 'at-once')}
    >
      <Stack gap={8} pt={6}>
        {(['confirmed', 'at-once'] as const).map((when) => (
          <Radio
            key={when}
            value={when}
            label={t(`users.page.email.${when}`)}
            description={t(`users.page.email.${when}.about`)}
            classNames={{ description: classes.about }}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function DetailsRead({ user }: { user: User }) {
  const t = useTexts();
  return (
    <Facts
      facts={[
        {
          name: t('users.list.name'),
          value: [user.salutation, displayName(user)].filter(Boolean).join(' '),
        },
        ...all.map((field) => factOf(t, user, field)),
      ]}
    />
  );
}
