import { ActionIcon, Button, Stack, Text } from '@mantine/core';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { listViews, type View } from '../../contract/views.ts';
import { parseSearch } from '../kit/address-state.ts';
import { Flyout } from '../kit/flyout.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './list.module.css';

const load = () => import('./view-dialogs.tsx');
const SaveDialog = lazy(() => load().then(({ SaveDialog }) => ({ default: SaveDialog })));
const DeleteDialog = lazy(() => load().then(({ DeleteDialog }) => ({ default: DeleteDialog })));

/** What is asked: a name for a new view (`view` null), another one, or whether to delete. */
type Asking = { what: 'save'; view: View | null } | { what: 'delete'; view: View };

/** The lists that were saved under a name. `address` is the list as it stands now. */
export function ViewsMenu({ address }: { address: string }) {
  const t = useTexts();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <Flyout
        label={t('views.open')}
        width={320}
        button={(button) => (
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />} {...button}>
            {t('views.open')}
          </Button>
        )}
      >
        {(leave) => (
          <Views
            leave={leave}
            ask={(next) => {
              leave();
              setAsking(next);
            }}
          />
        )}
      </Flyout>
      <Suspense>
        {asking?.what === 'save' && <SaveDialog view={asking.view} address={address} close={close} />}
        {asking?.what === 'delete' && <DeleteDialog view={asking.view} close={close} />}
      </Suspense>
    </>
  );
}

function Views({ leave, ask }: { leave: () => void; ask: (asking: Asking) => void }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(queryOf(listViews, {}));
  const kinds = [
    { title: t('views.own'), views: data?.items.filter(({ shared }) => !shared) ?? [] },
    { title: t('views.shared'), views: data?.items.filter(({ shared }) => shared) ?? [] },
  ];
  return (
    <Stack gap="sm">
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('views.none')}
        </Text>
      )}
      {kinds
        .filter(({ views }) => views.length > 0)
        .map(({ title, views }) => (
          <section key={title} aria-label={title}>
            <Text size="sm" c="dimmed" mb={2}>
              {title}
            </Text>
            <ul className={classes.views}>
              {views.map((view) => (
                <OneView key={view.id} view={view} leave={leave} ask={ask} />
              ))}
            </ul>
          </section>
        ))}
      <Button variant="default" size="xs" onClick={() => ask({ what: 'save', view: null })}>
        {t('views.save')}
      </Button>
    </Stack>
  );
}

function OneView(props: { view: View; leave: () => void; ask: (asking: Asking) => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { view, leave, ask } = props;
  const { name } = view;
  return (
    <li className={classes.view}>
      <Button
        variant="subtle"
        c="var(--mantine-color-text)"
        justify="start"
        size="compact-md"
        h="auto"
        mih={28}
        classNames={{ label: classes.viewName }}
        fw={450}
        flex={1}
        onClick={() => {
          leave();
          void navigate({ to: '/users', search: parseSearch(view.address) });
        }}
      >
        {name}
      </Button>
      {view.mayChange && (
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('views.change.named', { name })}
            onClick={() => ask({ what: 'save', view })}
          >
            <IconPencil size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('views.delete.named', { name })}
            onClick={() => ask({ what: 'delete', view })}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </>
      )}
    </li>
  );
}
