import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeOrganisation, getOrganisation, type Organisation } from '../../contract/organisations.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { StaleDialog } from '../kit/stale-dialog.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useNewest } from '../kit/use-newest.ts';
import { DeleteOrganisation } from './delete-organisation.tsx';
import classes from './organisations.module.css';
import { RequireTwoFactor } from './require-two-factor.tsx';

/** The name of an organisation, and the end of it. */
export function OrganisationSettings({ organisation }: { organisation: Organisation }) {
  const t = useTexts();
  const { allowed } = organisation;
  const [deleting, setDeleting] = useState(false);
  return (
    <div className={classes.sections}>
      {allowed.includes('change') && (
        <Section title={t('organisations.rename')}>
          <Rename key={organisation.version} organisation={organisation} />
        </Section>
      )}
      {allowed.includes('change') && (
        <Section title={t('organisations.two-factor')}>
          <RequireTwoFactor organisation={organisation} />
        </Section>
      )}
      {allowed.includes('delete') && (
        <Section
          title={t('organisations.delete')}
          about={t('organisations.delete.about')}
          action={
            <Button variant="default" c="var(--mantine-color-error)" onClick={() => setDeleting(true)}>
              {t('organisations.delete')}
            </Button>
          }
        >
          {deleting && <DeleteOrganisation organisation={organisation} close={() => setDeleting(false)} />}
        </Section>
      )}
    </div>
  );
}

/** Renames over the version that was read; when somebody else did so meanwhile, both names are shown. */
function Rename({ organisation }: { organisation: Organisation }) {
  const t = useTexts();
  const client = useQueryClient();
  const [closed, setClosed] = useState<unknown>(null);
  const adopt = (now: Organisation) =>
    client.setQueryData(queryOf(getOrganisation, { id: now.id }).queryKey, now);
  const form = useCallForm(changeOrganisation, {
    initial: { name: organisation.name },
    version: organisation.version,
    input: ({ name }) => ({ id: organisation.id, name }),
    refresh: ['organisations', 'members', 'users', 'requests', 'audit', 'session'],
    done: (now) => {
      adopt(now);
      noticeDone(t('organisations.rename.done', { name: now.name }));
    },
  });
  const stale = form.problem?.code === 'request.stale' && form.problem !== closed;
  const newest = useNewest(getOrganisation, organisation.id, stale);
  return (
    <CallForm form={form} guard label={t('organisations.rename')}>
      <TextInput
        label={t('organisations.field.name')}
        withAsterisk
        aria-required
        maw={480}
        mb="md"
        {...form.field('name')}
      />
      <Button type="submit" loading={form.sending} disabled={!form.dirty}>
        {t('kit.save')}
      </Button>
      <StaleDialog
        opened={stale}
        close={() => setClosed(form.problem)}
        differences={
          newest && [{ field: t('organisations.field.name'), mine: form.values.name, theirs: newest.name }]
        }
        keepMine={() => newest && void form.send(newest.version)}
        takeTheirs={() => newest && adopt(newest)}
      />
    </CallForm>
  );
}
