import { type ReactNode, useRef, useState } from 'react';
import type { User } from '../../contract/user-shapes.ts';
import { type Draft, draftOf, fieldsBetween, type TypedFieldName } from './draft.ts';
import { heldFieldsOf } from './held-fields.ts';
import type { FieldOf } from './person-fields.tsx';

/** What was changed on the page of a user and not saved yet, over the version of the person that it was typed over. */
export function useChanges(user: User) {
  const [base, setBase] = useState(user);
  const [changes, setChanges] = useState<Partial<Draft>>({});
  const [errors, setErrors] = useState<Record<string, ReactNode>>({});
  const given = useRef(false);
  const stored = draftOf(base);
  const draft: Draft = { ...stored, ...changes };
  const changed = fieldsBetween(stored, draft);
  // What others saved is taken over at once while nothing is typed, and also when it touches nothing on this form.
  if (user !== base && (changed.length === 0 || fieldsBetween(stored, draftOf(user)).length === 0)) {
    setBase(user);
  }

  function change(next: Partial<Draft>): void {
    given.current = false;
    setChanges((before) => ({ ...before, ...next }));
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !Object.hasOwn(next, field))),
    );
  }

  const held = heldFieldsOf(base);
  const field: FieldOf<TypedFieldName> = (name) => ({
    name,
    value: draft[name],
    error: errors[name],
    locked: held.has(name),
    onChange: (text) => change({ [name]: text }),
  });

  return {
    base,
    setBase,
    changes,
    setChanges,
    errors,
    setErrors,
    draft,
    changed,
    change,
    field,
    /** Everything was saved or given up: nobody has to be asked before leaving. */
    settle: () => {
      given.current = true;
    },
    /** Read by UnsavedGuard at the moment of leaving. */
    hasUnsaved: () => changed.length > 0 && !given.current,
  };
}
