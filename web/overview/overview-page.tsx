import { Skeleton, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../contract/endpoint.ts';
import { getOverview } from '../../contract/overview.ts';
import { ButtonLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay, useSession } from '../session/session.ts';
import { attentionOf } from './attention.ts';
import { AttentionCard } from './attention-card.tsx';
import { DemoNote } from './demo-note.tsx';
import { FirstSteps } from './first-steps.tsx';
import classes from './overview.module.css';
import { OwnOrganisations, useOwnOrganisations } from './own-organisations.tsx';
import { PeopleCounts } from './people-counts.tsx';

/** What needs attention today, each with the way to it; how many people there are; first steps when new. */
export function OverviewPage() {
  const t = useTexts();
  const may = useMay();
  const { user } = useSession();
  const { data, error, refetch } = useQuery(queryOf(getOverview, {}));
  return (
    <Page
      title={t('overview.title')}
      about={t('overview.hello', { name: user.firstName })}
      action={may('users.create') && <ButtonLink to="/users/new">{t('overview.begin.user.act')}</ButtonLink>}
    >
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {data ? <Facts facts={data} /> : !error && <Skeleton height={120} radius={8} />}
    </Page>
  );
}

function Facts({ facts }: { facts: OutputOf<typeof getOverview> }) {
  return (
    <div className={classes.parts}>
      {facts.demo && <DemoNote />}
      <FirstSteps facts={facts} />
      <Attention facts={facts} />
      <OwnOrganisations />
      <PeopleCounts facts={facts} />
    </div>
  );
}

function Attention({ facts }: { facts: OutputOf<typeof getOverview> }) {
  const t = useTexts();
  const own = useOwnOrganisations();
  const attention = attentionOf(facts);
  if (attention === undefined && own.length > 0) return null;
  if (attention === undefined) {
    return (
      <Text>
        {t('overview.nothing-to-see')} {t('overview.nothing-to-see.text')}
      </Text>
    );
  }
  if (attention.length === 0) {
    return (
      <div className={classes.calm}>
        <IconCircleCheck size={22} aria-hidden />
        <div>
          <Text fw={550}>{t('overview.calm')}</Text>
          <Text size="sm" c="dimmed">
            {t('overview.calm.about')}
          </Text>
        </div>
      </div>
    );
  }
  return (
    <section aria-labelledby="attention">
      <Title order={2} id="attention" mb={10}>
        {t('overview.attention')}
      </Title>
      <ul className={classes.cards}>
        {attention.map((one) => (
          <AttentionCard key={one.text} attention={one} />
        ))}
      </ul>
    </section>
  );
}
