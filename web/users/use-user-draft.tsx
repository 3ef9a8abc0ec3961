import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { changeUser, getUser, setAdminAccess, setUserRoles, type User } from '../../contract/users.ts';
import { call, isRefusal, type Refusal } from '../kit/call.ts';
import { findFieldProblems } from '../kit/field-problems.ts';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { sessionQuery } from '../session/session.ts';
import {
  type Draft,
  detailsInput,
  draftOf,
  fieldsBetween,
  type Part,
  partsOf,
  type TypedFieldName,
  withoutPart,
} from './draft.ts';
import { fieldProblemsOf } from './field-problems.tsx';
import type { FieldOf } from './person-fields.tsx';
import { affected } from './use-user-act.ts';

/** Why saving stopped, with the parts that had been saved before it. */
export type SaveProblem = { refusal: Refusal; failed: Part; done: Part[] };

export type UserDraft = ReturnType<typeof useUserDraft>;

/**
 * What was changed on the page of a user and is not saved yet, and the one Save for all of it: details, then roles,
 * then admin access, each with the version that the one before answered. When one is refused, the ones before it stay
 * saved and the rest stays typed. `saved` is told when all of it went well.
 */
export function useUserDraft(user: User, saved: (user: User, parts: Part[], emailAsked: boolean) => void) {
  const t = useTexts();
  const client = useQueryClient();
  const [base, setBase] = useState(user);
  const [changes, setChanges] = useState<Partial<Draft>>({});
  const [emailAtOnce, setEmailAtOnce] = useState(false);
  const [errors, setErrors] = useState<Record<string, ReactNode>>({});
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [theirs, setTheirs] = useState<User | null>(null);
  const [saving, setSaving] = useState(false);
  const given = useRef(false);
  const draft = { ...draftOf(base), ...changes };
  const changed = fieldsBetween(draftOf(base), draft);
  // What others saved is taken over at once while nothing is typed, and also when it touches nothing on this form.
  if (user !== base && (changed.length === 0 || fieldsBetween(draftOf(base), draftOf(user)).length === 0)) {
    setBase(user);
  }

  function change(next: Partial<Draft>): void {
    given.current = false;
    setChanges((before) => ({ ...before, ...next }));
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !Object.hasOwn(next, field))),
    );
  }

  function discard(): void {
    given.current = true;
    setChanges({});
    setErrors({});
    setProblem(null);
    setTheirs(null);
  }

  async function save(over: User = base, again = true): Promise<void> {
    const wanted = { ...draftOf(over), ...changes };
    const todo = partsOf(fieldsBetween(draftOf(over), wanted));
    const details = detailsInput(over, wanted, emailAtOnce);
    const wrong = todo.includes('details') ? findFieldProblems(changeUser.input, details, t) : {};
    setErrors(wrong);
    setProblem(null);
    setTheirs(null);
    if (Object.keys(wrong).length > 0) return focusFirstError();
    setSaving(true);
    let current = over;
    const done: Part[] = [];
    try {
      for (const part of todo) {
        current = await savePart(part, current, wanted, details);
        done.push(part);
        setBase(current);
        setChanges((before) => withoutPart(before, part));
        client.setQueryData(queryOf(getUser, { id: user.id }).queryKey, current);
      }
      given.current = true;
      setEmailAtOnce(false);
      saved(current, done, 'email' in details && current.email !== wanted.email);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const failed = todo[done.length] ?? 'details';
      if (error.code === 'request.stale') await meetTheirs(current, again);
      else {
        setProblem({ refusal: error, failed, done });
        setErrors(fieldProblemsOf(error));
        focusFirstError();
      }
    } finally {
      setSaving(false);
      if (done.length > 0) refresh();
    }
  }

  /** Somebody saved meanwhile: both versions are shown, unless what they saved is not on this form. */
  async function meetTheirs(mine: User, again: boolean): Promise<void> {
    const newest = await client.fetchQuery({ ...queryOf(getUser, { id: user.id }), staleTime: 0 });
    const touched = fieldsBetween(draftOf(mine), draftOf(newest)).length > 0;
    if (!touched && again) return save(newest, false);
    setTheirs(newest);
  }

  function refresh(): void {
    for (const feature of affected) void client.invalidateQueries({ queryKey: [feature] });
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }

  const field: FieldOf<TypedFieldName> = (name) => ({
    name,
    value: draft[name],
    error: errors[name],
    onChange: (text) => change({ [name]: text }),
  });

  return {
    base,
    draft,
    changed,
    errors,
    problem,
    saving,
    field,
    change,
    discard,
    save,
    emailAtOnce,
    setEmailAtOnce,
    /** Read by UnsavedGuard at the moment of leaving. */
    hasUnsaved: () => changed.length > 0 && !given.current,
    /** The newest version, while the reader still has to choose between it and their own. */
    theirs,
    takeTheirs: () => {
      if (theirs) setBase(theirs);
      discard();
    },
    keepMine: () => {
      if (!theirs) return;
      setBase(theirs);
      void save(theirs);
    },
    closeTheirs: () => setTheirs(null),
  };
}

async function savePart(
  part: Part,
  user: User,
  wanted: Draft,
  details: ReturnType<typeof detailsInput>,
): Promise<User> {
  const { id, version } = user;
  if (part === 'details') return call(changeUser, details, { version });
  if (part === 'roles') return call(setUserRoles, { id, roles: [...wanted.roles] }, { version });
  return call(setAdminAccess, { id, granted: wanted.admin }, { version });
}

function focusFirstError(): void {
  // After the next paint: the errors have to be in the page first.
  setTimeout(() => {
    const marked = document.querySelector<HTMLElement>('#edit-user [aria-invalid="true"]');
    (marked ?? document.querySelector<HTMLElement>('#edit-user [role="alert"]'))?.focus();
  }, 30);
}
