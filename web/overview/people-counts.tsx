import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { getOverview } from '../../contract/overview.ts';
import { locales } from '../../contract/texts.ts';
import { useLocale, useTexts } from '../kit/texts.tsx';
import classes from './overview.module.css';

const counts = [
  { name: 'billed', search: { billed: 'true' } },
  { name: 'unbilled', search: { billed: 'false' } },
  { name: 'pending', search: { status: 'pending' } },
  { name: 'starting', search: { billed: 'false', status: 'starting' } },
] as const;

/** How many people there are, each number a link to them. */
export function PeopleCounts({ facts }: { facts: OutputOf<typeof getOverview> }) {
  const t = useTexts();
  const { language } = useLocale();
  if (facts.billed === null) return null;
  return (
    <section aria-labelledby="people">
      <Title order={2} id="people" mb={10}>
        {t('overview.people')}
      </Title>
      <ul className={classes.counts}>
        {counts.map(({ name, search }) => (
          <li key={name}>
            <Link to="/users" search={search} className={classes.tile}>
              <span className={classes.label}>{t(`overview.${name}`)}</span>
              <span className={classes.number}>{(facts[name] ?? 0).toLocaleString(locales[language])}</span>
              <Text component="span" size="sm" c="dimmed">
                {t(`overview.${name}.about`)}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
