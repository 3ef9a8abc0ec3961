import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type BulkDeed, prepareBulk } from '../../contract/bulk.ts';
import type { SentInputOf } from '../../contract/endpoint.ts';
import { Dialog } from '../kit/dialog.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { actOf, BulkFields, nothingChosen } from './bulk-fields.tsx';

type People = SentInputOf<typeof prepareBulk>['people'];

/** Asks what a deed to many needs to know, and leads to the page that shows for whom it can be done. */
export function BulkDialog(props: { deed: BulkDeed; people: People; close: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { deed, people, close } = props;
  const [chosen, setChosen] = useState(nothingChosen);
  const [missing, setMissing] = useState(false);
  const prepare = useAct(prepareBulk, {
    refresh: ['bulk'],
    done: ({ id }) => void navigate({ to: '/bulk/$id', params: { id } }),
  });
  const act = actOf(deed, chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setMissing(act === null);
    if (act && !prepare.isPending) prepare.mutate({ input: { act, people } });
  };
  return (
    <Dialog opened close={close} title={t(`bulk.deed.${deed}`)} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack>
          <ProblemAlert problem={prepare.error} />
          <Text>{t(`bulk.about.${deed}`)}</Text>
          <BulkFields
            deed={deed}
            chosen={chosen}
            change={setChosen}
            error={missing && act === null ? t('fields.required') : undefined}
          />
          <Text size="sm" c="dimmed">
            {t('bulk.dialog.nothing-yet')}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('kit.cancel')}
            </Button>
            <Button type="submit" loading={prepare.isPending}>
              {t('bulk.dialog.preview')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
