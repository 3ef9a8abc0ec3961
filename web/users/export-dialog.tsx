import { Button, Checkbox, Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { exportTitles } from '../../contract/export-titles.ts';
import {
  type ExportColumn,
  exportColumns,
  exportUserColumns,
  exportUserWorkbook,
} from '../../contract/users.ts';
import { addressOf } from '../kit/call.ts';
import { Dialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { askedOf } from './list-address.ts';
import type { UserPage } from './use-user-list.ts';

const formats = ['xlsx', 'comma', 'semicolon'] as const;
type Format = (typeof formats)[number];

const usual: ExportColumn[] = ['firstName', 'infix', 'lastName', 'email', 'roles', 'state'];

/** Asks which columns and which kind of file, and downloads the people of the list so. */
export function ExportDialog(props: {
  asked: ReturnType<typeof askedOf>;
  total: UserPage['total'] | undefined;
  close: () => void;
}) {
  const t = useTexts();
  const { asked, total, close } = props;
  const [chosen, setChosen] = useState<string[]>(usual);
  const [format, setFormat] = useState<Format>('xlsx');
  const column = exportColumns.filter((name) => chosen.includes(name));
  return (
    <Dialog opened close={close} title={t('users.export.title')} size="lg">
      <Stack>
        {total && <Text>{t('users.export.about', total)}</Text>}
        <Checkbox.Group label={t('users.export.columns')} value={chosen} onChange={setChosen}>
          <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing={8} mt={8}>
            {exportColumns.map((name) => (
              <Checkbox key={name} value={name} label={t(exportTitles[name])} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <Radio.Group
          label={t('users.export.format')}
          value={format}
          onChange={(value) => setFormat(formats.find((one) => one === value) ?? 'xlsx')}
        >
          <Stack gap={8} mt={8}>
            {formats.map((one) => (
              <Radio key={one} value={one} label={t(`users.export.format.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('kit.cancel')}
          </Button>
          <Button
            component="a"
            href={fileAddress(format, { ...asked, column })}
            download
            data-disabled={column.length === 0 || undefined}
            aria-disabled={column.length === 0 || undefined}
            onClick={(event) => {
              if (column.length === 0) return event.preventDefault();
              if (total) noticeDone(t('users.list.export.begun', total));
              close();
            }}
          >
            {t('users.export.download')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function fileAddress(format: Format, asked: ReturnType<typeof askedOf> & { column: ExportColumn[] }): string {
  if (format === 'xlsx') return addressOf(exportUserWorkbook, asked);
  return addressOf(exportUserColumns, { ...asked, separator: format === 'comma' ? ',' : ';' });
}
