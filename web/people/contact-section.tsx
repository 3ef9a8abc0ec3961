import { Anchor } from '@mantine/core';
import type { Colleague } from '../../contract/people.ts';
import { CopyIcon } from '../kit/copy-button.tsx';
import { Facts } from '../kit/facts.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { mailTo, phoneTo } from './contact-links.ts';
import classes from './people.module.css';

/** Address and numbers: to click, and to copy. */
export function ContactSection({ person }: { person: Colleague }) {
  const t = useTexts();
  const numbers = (['mobile', 'phone'] as const).flatMap((field) => {
    const number = person[field];
    if (number === null) return [];
    const copy = t('people.card.copy-number', { number });
    return [
      { name: t(`fields.name.${field}`), value: <Reach to={phoneTo(number)} text={number} copy={copy} /> },
    ];
  });
  const copy = t('people.card.copy-email');
  return (
    <Section title={t('people.card.contact')}>
      <Facts
        facts={[
          {
            name: t('fields.name.email'),
            value: <Reach to={mailTo(person.email)} text={person.email} copy={copy} />,
          },
          ...numbers,
        ]}
      />
    </Section>
  );
}

function Reach({ to, text, copy }: { to: string; text: string; copy: string }) {
  return (
    <span className={classes.copied}>
      <Anchor href={to} inherit>
        {text}
      </Anchor>
      <CopyIcon text={text} label={copy} />
    </span>
  );
}
