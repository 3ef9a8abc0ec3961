import type { ReactNode } from 'react';
import type { Refusal } from '../kit/call.ts';
import { TextLink } from '../kit/links.tsx';

/** The problems of a refusal by field; where somebody else has what was typed, with the way to them. */
export function fieldProblemsOf(refusal: Refusal): Record<string, ReactNode> {
  return Object.fromEntries(
    refusal.fields.map(({ field, message, about }) => [
      field,
      about ? (
        <>
          {message}{' '}
          <TextLink to="/users/$id" params={{ id: about.id }} inherit underline="always">
            {about.name}
          </TextLink>
        </>
      ) : (
        message
      ),
    ]),
  );
}
