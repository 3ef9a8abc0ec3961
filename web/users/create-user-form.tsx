import { Button, Checkbox, Collapse, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { CallForm } from '../kit/call-form.tsx';
import { DayField } from '../kit/day-field.tsx';
import { ButtonLink } from '../kit/links.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { type Belonging, OrganisationsField } from '../organisations/organisations-field.tsx';
import { useMay } from '../session/session.ts';
import { EmailField } from './email-field.tsx';
import classes from './form.module.css';
import { GroupsField } from './groups-field.tsx';
import { lastList } from './list-address.ts';
import { ContactFields, LocaleFields, NameFields, TextLine } from './person-fields.tsx';
import { RolesField } from './roles-field.tsx';
import { type Choices, useCreateUserForm } from './use-create-user-form.ts';

type Form = ReturnType<typeof useCreateUserForm>;

/** Everything that can be said about somebody new, in calm groups; only name and e-mail address are needed. */
export function CreateUserForm({ choices, home }: { choices: Choices; home: Belonging[] }) {
  const t = useTexts();
  const { form, field } = useCreateUserForm(choices, home);
  return (
    <CallForm form={form} guard label={t('users.new.title')}>
      <Stack gap="md">
        <Section title={t('users.form.who')}>
          <Stack gap="sm">
            <NameFields field={field} />
            <EmailField field={field('email')} wanted={form.values.organisations} />
            <MoreFields field={field} opened={Boolean(form.errors.username || form.errors.personnelNumber)} />
          </Stack>
        </Section>
        <Section title={t('users.form.contact')}>
          <ContactFields field={field} />
        </Section>
        <Organisations form={form} />
        <Section title={t('fields.name.roles')} about={t('users.new.roles.about')}>
          <Roles form={form} />
        </Section>
        <GroupsSection form={form} />
        <Section title={t('users.new.membership')} about={t('users.new.membership.about')}>
          <div className={classes.pairs}>
            <DayField label={t('fields.name.startsOn')} {...field('startsOn')} />
            <DayField
              label={t('fields.name.leavesOn')}
              description={t('users.new.leaves-on.about')}
              {...field('leavesOn')}
            />
          </div>
        </Section>
        <Section title={t('users.form.locale')}>
          <LocaleFields field={field} />
        </Section>
        <Section title={t('users.new.message')}>
          <Checkbox
            label={t('users.new.no-mail')}
            description={t('users.new.no-mail.about')}
            classNames={{ description: classes.about }}
            {...form.tick('noMail')}
          />
          <GroupMailNote form={form} choices={choices} />
        </Section>
        <div className={classes.bar}>
          <Button type="submit" loading={form.sending}>
            {t('users.new.submit')}
          </Button>
          <ButtonLink to="/users" search={lastList()} variant="default">
            {t('kit.cancel')}
          </ButtonLink>
        </div>
      </Stack>
    </CallForm>
  );
}

function Organisations({ form }: { form: Form['form'] }) {
  const t = useTexts();
  const may = useMay();
  if (!may('organisations.view')) return null;
  return (
    <Section title={t('shell.organisations')} about={t('organisations.user.about')}>
      <OrganisationsField
        chosen={form.values.organisations}
        change={(organisations) => {
          form.set({ organisations });
          form.setError('organisations', null);
        }}
        error={form.errors.organisations}
      />
    </Section>
  );
}

function GroupsSection({ form }: { form: Form['form'] }) {
  const t = useTexts();
  const may = useMay();
  if (!may('groups.change')) return null;
  return (
    <Section title={t('groups.user.title')}>
      <GroupsField
        chosen={form.values.groups}
        change={(groups) => form.set({ groups })}
        error={form.errors.groups}
      />
    </Section>
  );
}

/** What becomes of mail to the chosen groups while nobody has told this person of the account. */
function GroupMailNote({ form, choices }: { form: Form['form']; choices: Choices }) {
  const t = useTexts();
  const { noMail, groups } = form.values;
  return (
    <div aria-live="polite">
      {noMail && groups.length > 0 && (
        <Text mt="sm">{t(choices.groupMailAtOnce ? 'groups.new.at-once' : 'groups.new.held')}</Text>
      )}
    </div>
  );
}

/** Numbers and username: seldom needed, so behind a click; open when one of them was refused. */
function MoreFields({ field, opened }: { field: Form['field']; opened: boolean }) {
  const t = useTexts();
  const [asked, setAsked] = useState(false);
  const open = asked || opened;
  return (
    <div>
      <UnstyledButton className={classes.disclose} aria-expanded={open} onClick={() => setAsked(!open)}>
        <IconChevronDown size={16} aria-hidden /> {t('users.form.more.about')}
      </UnstyledButton>
      <Collapse expanded={open}>
        <div className={classes.pairs} data-inset>
          <TextLine field={field('personnelNumber')} label={t('fields.name.personnelNumber')} />
          <TextLine
            field={field('username')}
            label={t('fields.name.username')}
            description={t('users.form.username.about')}
          />
        </div>
      </Collapse>
    </div>
  );
}

function Roles({ form }: { form: Form['form'] }) {
  const t = useTexts();
  const may = useMay();
  if (!may('users.roles')) return <Text c="dimmed">{t('users.roles.no-right')}</Text>;
  return <RolesField {...form.field('roles')} />;
}
