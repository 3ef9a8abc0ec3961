import { Button, Skeleton, Tabs, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type BilledMonth, exportBilling, getBilling } from '../../contract/billing.ts';
import { locales } from '../../contract/texts.ts';
import { useAddress } from '../kit/address-state.ts';
import { addressOf } from '../kit/call.ts';
import { useDates } from '../kit/dates.ts';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useLocale, useTexts } from '../kit/texts.tsx';
import classes from './billing.module.css';
import { billingAddress } from './billing-address.ts';
import { CorrectionsTable } from './corrections-table.tsx';
import { MonthChart } from './month-chart.tsx';
import { OrganisationsTable } from './organisations-table.tsx';
import { PeopleTable } from './people-table.tsx';

/** Who is billed: this month so far, the months before, and who counted in each. */
export function BillingPage() {
  const t = useTexts();
  const [{ month, organisation }] = useAddress(billingAddress);
  const { data, error, refetch } = useQuery(queryOf(getBilling, {}));
  const chosen = data && (data.months.find((one) => one.month === month) ?? data.months.at(-1));
  return (
    <Page
      title={t('billing.title')}
      about={t('billing.about')}
      action={
        chosen && (
          <Button
            component="a"
            href={addressOf(exportBilling, { month: chosen.month, organisation })}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('billing.export')}
          </Button>
        )
      }
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={420} radius={10} />}
      {data && chosen && (
        <div className={classes.parts}>
          <Now months={data.months} />
          <Section title={t('billing.chart')} about={t('billing.chart.about')}>
            <MonthChart months={data.months} chosen={chosen.month} />
          </Section>
          <Chosen month={chosen} />
        </div>
      )}
    </Page>
  );
}

function Now({ months }: { months: BilledMonth[] }) {
  const t = useTexts();
  const dates = useDates();
  const { language } = useLocale();
  const [before, now] = months.slice(-2);
  if (!before || !now) return null;
  return (
    <div>
      <Text c="dimmed">{t('billing.this-month')}</Text>
      <div className={classes.now}>
        <span className={classes.number}>{now.people.toLocaleString(locales[language])}</span>
        <Text c="dimmed">
          {t('billing.before', { month: dates.month(before.month), count: before.people })}
        </Text>
      </div>
    </div>
  );
}

const tabs = { people: PeopleTable, organisations: OrganisationsTable, corrections: CorrectionsTable };

function Chosen({ month }: { month: BilledMonth }) {
  const t = useTexts();
  const dates = useDates();
  const [{ tab = 'people' }, change] = useAddress(billingAddress);
  const Table = tabs[tab];
  return (
    <Tabs value={tab} onChange={(chosen) => change({ tab: chosen as typeof tab })}>
      <Tabs.List>
        <Tabs.Tab value="people">{t('billing.chosen', { month: dates.month(month.month) })}</Tabs.Tab>
        <Tabs.Tab value="organisations">{t('billing.organisations')}</Tabs.Tab>
        <Tabs.Tab value="corrections">{t('billing.corrections')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value={tab} className={classes.panel}>
        <Table month={month} />
      </Tabs.Panel>
    </Tabs>
  );
}
