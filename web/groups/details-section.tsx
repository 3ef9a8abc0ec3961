import { Button, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { changeGroup, type Group, getGroup } from '../../contract/groups.ts';
import { CallForm } from '../kit/call-form.tsx';
import { Facts } from '../kit/facts.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { StaleDialog } from '../kit/stale-dialog.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { fieldsFor, GroupFields, type GroupValues, valuesOf } from './group-fields.tsx';
import { affected } from './kinds.ts';

/** Name, description and what the kind has besides; to read only without the right to change. */
export function DetailsSection({ group }: { group: Group }) {
  const t = useTexts();
  const may = useMay();
  if (may('groups.change')) return <EditDetails group={group} />;
  const facts = Object.entries(fieldsFor(group.kind, valuesOf(group))).filter(([field]) => field !== 'name');
  return (
    <Section title={t('groups.page.details')} about={t('groups.page.read-only')}>
      <Facts
        facts={facts.map(([field, value]) => ({
          name: t(`fields.name.${field as 'code'}`),
          value: value || null,
        }))}
      />
    </Section>
  );
}

function EditDetails({ group }: { group: Group }) {
  const t = useTexts();
  const { form, base, adopt } = useDetailsForm(group);
  return (
    <Section title={t('groups.page.details')}>
      <CallForm form={form} guard label={t('groups.page.details')}>
        <Stack>
          <GroupFields kind={group.kind} field={form.field} />
          <div>
            <Button type="submit" loading={form.sending} disabled={!form.dirty}>
              {t('kit.save')}
            </Button>
          </div>
        </Stack>
      </CallForm>
      <StaleGroup form={form} base={base} adopt={adopt} />
    </Section>
  );
}

function useDetailsForm(group: Group) {
  const t = useTexts();
  const client = useQueryClient();
  const [base, setBase] = useState(group);
  const form = useCallForm(changeGroup, {
    initial: valuesOf(base),
    version: base.version,
    input: (values) => ({ id: group.id, ...fieldsFor(group.kind, values) }),
    check: ({ email }) => ({
      email: group.kind === 'mailbox' && email.trim() === '' ? t('fields.required') : undefined,
    }),
    refresh: affected,
    done: (saved) => {
      client.setQueryData(queryOf(getGroup, { id: group.id }).queryKey, saved);
      adopt(saved);
      noticeDone(t('groups.page.saved', { name: saved.name }));
    },
  });
  function adopt(newest: Group): void {
    setBase(newest);
    form.restart(valuesOf(newest));
  }
  useEffect(() => {
    // Somebody else saved, and nothing of one's own would be lost by showing it.
    if (group.version > base.version && !form.dirty && !form.sending) adopt(group);
  });
  return { form, base, adopt };
}

type DetailsForm = ReturnType<typeof useDetailsForm>;

/** Both versions, when somebody else saved since this was read. */
function StaleGroup({ form, base, adopt }: DetailsForm) {
  const t = useTexts();
  const [settled, setSettled] = useState<unknown>(null);
  const opened = form.problem?.code === 'request.stale' && form.problem !== settled && !form.sending;
  const { data } = useQuery({ ...queryOf(getGroup, { id: base.id }), enabled: opened, staleTime: 0 });
  const newest = data && data.version > base.version ? data : undefined;
  const theirs = newest && valuesOf(newest);
  const fields = theirs && (Object.keys(theirs) as (keyof GroupValues)[]);
  return (
    <StaleDialog
      opened={opened}
      close={() => setSettled(form.problem)}
      differences={fields
        ?.filter((field) => theirs?.[field] !== form.values[field])
        .map((field) => ({
          field: field === 'name' ? t('groups.name') : t(`fields.name.${field}`),
          mine: form.values[field] || '–',
          theirs: theirs?.[field] || '–',
        }))}
      keepMine={() => void form.send(newest?.version)}
      takeTheirs={() => newest && adopt(newest)}
    />
  );
}
