import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft } from '@tabler/icons-react';
import classes from './data-table.module.css';
import type { Paging } from './paging.ts';
import { type Texts, useTexts } from './texts.tsx';

/** What every listing call answers. */
export type ListPage<Row> = {
  items: Row[];
  nextCursor: string | null;
  total: { count: number; exact: boolean };
};

/** Under a list: where one is in it, and the buttons to the pages around. */
export function PageBar<Row>(props: {
  page: ListPage<Row> | undefined;
  paging: Paging | undefined;
  pageSize: number;
}) {
  const t = useTexts();
  const { page, paging } = props;
  const nextCursor = page?.nextCursor;
  // A list that is whole has no pages to go to.
  const Bar = paging ? 'nav' : 'div';
  return (
    <Bar className={classes.bar} aria-label={paging && t('kit.table.pages')}>
      <Text size="sm" c="dimmed" aria-live="polite">
        {page ? placeOf(page, paging?.page, props.pageSize, t) : ' '}
      </Text>
      {paging && (
        <Group gap="xs">
          {paging.first && paging.page !== 2 && (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconChevronsLeft size={16} aria-hidden />}
              onClick={paging.first}
            >
              {t('kit.table.first')}
            </Button>
          )}
          <Button
            variant="default"
            disabled={!paging.previous}
            leftSection={<IconChevronLeft size={16} aria-hidden />}
            onClick={paging.previous}
          >
            {t('kit.table.previous')}
          </Button>
          <Button
            variant="default"
            disabled={!nextCursor}
            rightSection={<IconChevronRight size={16} aria-hidden />}
            onClick={() => nextCursor && paging.next(nextCursor)}
          >
            {t('kit.table.next')}
          </Button>
        </Group>
      )}
    </Bar>
  );
}

function placeOf<Row>(page: ListPage<Row>, number: number | undefined, size: number, t: Texts): string {
  const total = t('kit.table.total', page.total);
  if (number === undefined) return t('kit.table.shown', { shown: page.items.length, total });
  const from = (number - 1) * size + 1;
  return t('kit.table.range', { from, until: from + page.items.length - 1, total });
}
