import { Text } from '@mantine/core';
import type { Deed } from '../../contract/audit.ts';
import { isTextKey } from '../../contract/texts.ts';
import { TextLink } from '../kit/links.tsx';
import { type Texts, useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';

/** What was done, in words; an act without words keeps its stable name. */
export function describeAction(t: Texts, action: string): string {
  const key = `actions.${action}`;
  return isTextKey(key) ? t(key) : action;
}

/** Who did it: a link to the person, or what did it when it was no person. */
export function DeedActor({ actor }: { actor: Deed['actor'] }) {
  const t = useTexts();
  if (actor.name !== null) return <PersonLink id={actor.id} name={actor.name} />;
  return (
    <Text span c="dimmed">
      {t(actor.kind === 'user' && actor.id === null ? 'audit.actor.outside' : `audit.actor.${actor.kind}`)}
    </Text>
  );
}

/** On whom or what it was done, as a link where there is a page of it. */
export function DeedTarget({ target }: { target: Deed['target'] }) {
  const t = useTexts();
  const may = useMay();
  if (target.name !== null) return <PersonLink id={target.id} name={target.name} />;
  const key = `audit.target.${target.kind}`;
  const words = isTextKey(key) ? t(key) : target.kind;
  if (target.kind === 'mail' && target.id !== null && may('mail.view')) {
    return (
      <TextLink to="/mail/$id" params={{ id: target.id }}>
        {words}
      </TextLink>
    );
  }
  return (
    <Text span c="dimmed">
      {words}
    </Text>
  );
}

function PersonLink({ id, name }: { id: string | null; name: string }) {
  const may = useMay();
  if (id === null || !may('users.view')) return <>{name}</>;
  return (
    <TextLink to="/users/$id" params={{ id }}>
      {name}
    </TextLink>
  );
}
