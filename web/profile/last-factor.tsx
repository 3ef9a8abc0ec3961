import { Text } from '@mantine/core';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { getOwnSecondFactors } from '../../contract/second-factors.ts';
import { useTexts } from '../kit/texts.tsx';

export type OwnFactors = OutputOf<typeof getOwnSecondFactors>;

/** True while just one factor is left. */
export function isLastFactor({ app, passkeys }: OwnFactors): boolean {
  return passkeys.length + (app ? 1 : 0) === 1;
}

/** What it means to remove the last one, or why that is not possible. */
export function LastFactor({ own }: { own: OwnFactors }) {
  const t = useTexts();
  if (own.required) return <Text size="sm">{t('profile.factor.required')}</Text>;
  return (
    <Text size="sm">
      {t('profile.factor.last')} {own.passwordNeedsFactor && t('profile.factor.last.short')}
    </Text>
  );
}
