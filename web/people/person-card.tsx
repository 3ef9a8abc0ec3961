import { Anchor } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import type { Colleague } from '../../contract/people.ts';
import { TextLink } from '../kit/links.tsx';
import { Portrait } from '../kit/portrait.tsx';
import { useTexts } from '../kit/texts.tsx';
import { mailTo, phoneTo } from './contact-links.ts';
import classes from './people.module.css';

/** Somebody in the directory. The whole card leads to their page: as a user for whoever may see that, else the contact card. */
export function PersonCard({ person, organisations }: { person: Colleague; organisations: boolean }) {
  const t = useTexts();
  const { id, name, firstName, infix, lastName, jobTitle, email } = person;
  const number = person.mobile ?? person.phone;
  const places = [...person.teams, ...(organisations ? person.organisations : [])]
    .map((place) => place.name)
    .join(' · ');
  return (
    <li className={classes.card}>
      <Portrait person={person} size={52} />
      <div className={classes.words}>
        <h2 className={classes.name}>
          <TextLink to={person.manageable ? '/users/$id' : '/people/$id'} params={{ id }} inherit>
            {[firstName, infix].filter(Boolean).join(' ')} <strong>{lastName}</strong>
          </TextLink>
        </h2>
        {jobTitle && <div className={classes.line}>{jobTitle}</div>}
        {places && (
          <div className={classes.quiet} title={places}>
            {places}
          </div>
        )}
        <div className={classes.contact}>
          <Anchor
            href={mailTo(email)}
            className={classes.reach}
            aria-label={t('people.mail', { name, address: email })}
          >
            <IconMail size={15} aria-hidden />
            <span title={email}>{email}</span>
          </Anchor>
          {number && (
            <Anchor
              href={phoneTo(number)}
              className={classes.reach}
              aria-label={t('people.call', { name, number })}
            >
              <IconPhone size={15} aria-hidden />
              <span>{number}</span>
            </Anchor>
          )}
        </div>
      </div>
    </li>
  );
}
