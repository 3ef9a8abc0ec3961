import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { OutputOf } from '../../contract/endpoint.ts';
import { importTitles } from '../../contract/import-titles.ts';
import { ownableFields } from '../../contract/personnel-files.ts';
import { changeOwnProfile, type getOwnProfile } from '../../contract/profile.ts';
import { CallForm } from '../kit/call-form.tsx';
import { Facts } from '../kit/facts.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { sessionQuery } from '../session/session.ts';

export type OwnProfile = OutputOf<typeof getOwnProfile>;

const nameFields = ['salutation', 'firstName', 'infix', 'lastName'] as const;
const contactFields = ['phone', 'mobile'] as const;

/** Own name and contact: fields for what one may change, facts for what the organisation keeps. */
export function OwnData({ profile }: { profile: OwnProfile }) {
  const t = useTexts();
  const client = useQueryClient();
  const { mayChange, held } = profile;
  const heldNames = ownableFields
    .filter((field) => held.includes(field))
    .map((field) => t(importTitles[field]));
  const isOpen = (field: keyof typeof autofill) => !held.includes(field);
  const open = [...(mayChange.name ? nameFields : []), ...(mayChange.contact ? contactFields : [])].filter(
    isOpen,
  );
  const kept = [
    ...[...nameFields, ...contactFields].filter((field) => !open.includes(field)),
    ...(['jobTitle', 'username'] as const),
  ];
  const form = useCallForm(changeOwnProfile, {
    initial: Object.fromEntries(open.map((field) => [field, profile[field] ?? ''])),
    refresh: ['me', 'users'],
    done: (session, values) => {
      client.setQueryData(sessionQuery.queryKey, session);
      form.restart(values);
      noticeDone(t('profile.data.saved'));
    },
  });
  const facts = kept.map((field) => ({ name: t(`fields.name.${field}`), value: profile[field] }));
  return (
    <Section title={t('profile.data')} about={t('profile.data.about')}>
      <CallForm form={form} guard label={t('profile.data')}>
        <Stack>
          {open.length > 0 && (
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              {open.map((field) => (
                <TextInput
                  key={field}
                  label={t(`fields.name.${field}`)}
                  type={field === 'phone' || field === 'mobile' ? 'tel' : 'text'}
                  autoComplete={autofill[field]}
                  {...form.field(field)}
                />
              ))}
            </SimpleGrid>
          )}
          {open.length > 0 && (
            <Group>
              <Button type="submit" loading={form.sending} disabled={!form.dirty}>
                {t('kit.save')}
              </Button>
            </Group>
          )}
          <Facts facts={facts} />
          {heldNames.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('personnel-files.mine', { fields: heldNames.join(', ') })}
            </Text>
          )}
        </Stack>
      </CallForm>
    </Section>
  );
}

// WCAG 2.2, 1.3.5: what a field about oneself is for can be told by a program.
const autofill = {
  salutation: 'honorific-prefix',
  firstName: 'given-name',
  infix: 'additional-name',
  lastName: 'family-name',
  phone: 'tel',
  mobile: 'tel',
} as const;
