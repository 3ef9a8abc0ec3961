import { Fragment } from 'react';
import type { Colleague } from '../../contract/people.ts';
import { Facts } from '../kit/facts.tsx';
import { TextLink } from '../kit/links.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';

/** Teams and organisations; each leads to the colleagues there. */
export function PlaceSection({ person }: { person: Colleague }) {
  const t = useTexts();
  const { teams, organisations } = person;
  if (teams.length + organisations.length === 0) return null;
  const facts = [
    { name: t('people.team'), of: 'team', places: teams },
    { name: t('people.organisation'), of: 'organisation', places: organisations },
  ].filter(({ places }) => places.length > 0);
  return (
    <Section title={t('people.card.place')}>
      <Facts
        facts={facts.map(({ name, of, places }) => ({
          name,
          value: places.map((place, at) => (
            <Fragment key={place.id}>
              {at > 0 && ', '}
              <TextLink to="/people" search={{ [of]: place.id }} inherit>
                {place.name}
              </TextLink>
            </Fragment>
          )),
        }))}
      />
    </Section>
  );
}
