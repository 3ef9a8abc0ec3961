import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '../../contract/user-shapes.ts';
import { changeUser, getUser } from '../../contract/users.ts';
import type { Refusal } from '../kit/call.ts';
import { findFieldProblems } from '../kit/field-problems.ts';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { sessionQuery } from '../session/session.ts';
import { detailsInput, draftOf, fieldsBetween, type Part, partsOf, withoutPart } from './draft.ts';
import { fieldProblemsOf } from './field-problems.tsx';
import { type Saved, saveParts } from './save-parts.ts';
import { useChanges } from './use-changes.ts';
import { affected } from './use-user-act.ts';

/** Why saving stopped, with the parts that had been saved before it. */
export type SaveProblem = { refusal: Refusal; failed: Part; done: Part[] };

export type UserDraft = ReturnType<typeof useUserDraft>;

/**
 * What was changed on the page of a user, and the one Save for all of it. When a part is refused, the parts before it
 * stay saved and the rest stays typed. `told` hears when all of it went well, and whether a new e-mail address waits.
 */
export function useUserDraft(user: User, told: (user: User, emailWaits: boolean) => void) {
  const problemsOf = useDetailProblems();
  const store = useStore();
  const typed = useChanges(user);
  const [emailAtOnce, setEmailAtOnce] = useState(false);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [theirs, setTheirs] = useState<User | null>(null);
  const [saving, setSaving] = useState(false);

  function discard(): void {
    typed.settle();
    typed.setChanges({});
    typed.setErrors({});
    setProblem(null);
    setTheirs(null);
  }

  async function save(over: User = typed.base, again = true): Promise<void> {
    const wanted = { ...draftOf(over), ...typed.changes };
    const wrong = problemsOf(over, wanted);
    typed.setErrors(wrong);
    setProblem(null);
    setTheirs(null);
    if (Object.keys(wrong).length > 0) return focusFirstError();
    setSaving(true);
    try {
      const saved = await saveParts(over, wanted, emailAtOnce);
      takeOver(saved);
      if (saved.stopped) await meet(saved, saved.stopped, again);
      else {
        typed.settle();
        setEmailAtOnce(false);
        told(saved.user, saved.user.pendingEmail !== null && saved.user.pendingEmail !== over.pendingEmail);
      }
    } finally {
      setSaving(false);
    }
  }

  function takeOver({ user: now, done }: Saved): void {
    if (done.length === 0) return;
    typed.setBase(now);
    typed.setChanges((before) => done.reduce(withoutPart, before));
    store.put(now);
  }

  async function meet(saved: Saved, stopped: NonNullable<Saved['stopped']>, again: boolean): Promise<void> {
    const { refusal, part } = stopped;
    if (refusal.code !== 'request.stale') {
      setProblem({ refusal, failed: part, done: saved.done });
      typed.setErrors(fieldProblemsOf(refusal));
      return focusFirstError();
    }
    // Somebody saved meanwhile: both versions are shown, unless what they saved is not on this form.
    const newest = await store.read(user.id);
    const touched = fieldsBetween(draftOf(saved.user), draftOf(newest)).length > 0;
    if (!touched && again) return save(newest, false);
    setTheirs(newest);
  }

  return {
    ...typed,
    emailAtOnce,
    setEmailAtOnce,
    problem,
    saving,
    save,
    discard,
    /** The newest version, while the reader still has to choose between it and their own. */
    theirs,
    closeTheirs: () => setTheirs(null),
    takeTheirs: () => {
      if (theirs) typed.setBase(theirs);
      discard();
    },
    keepMine: () => {
      if (!theirs) return;
      typed.setBase(theirs);
      void save(theirs);
    },
  };
}

/** What the shape of the call finds wrong with the typed fields that changed. */
function useDetailProblems() {
  const t = useTexts();
  return (user: User, wanted: ReturnType<typeof draftOf>): Record<string, string> => {
    const changed = partsOf(fieldsBetween(draftOf(user), wanted));
    return changed.includes('details')
      ? findFieldProblems(changeUser.input, detailsInput(user, wanted, false), t)
      : {};
  };
}

/** The person as all pages share them. */
function useStore() {
  const client = useQueryClient();
  return {
    put: (user: User) => {
      client.setQueryData(queryOf(getUser, { id: user.id }).queryKey, user);
      for (const feature of affected) void client.invalidateQueries({ queryKey: [feature] });
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
    read: (id: string) => client.fetchQuery({ ...queryOf(getUser, { id }), staleTime: 0 }),
  };
}

function focusFirstError(): void {
  // After the next paint: the errors have to be in the page first.
  setTimeout(() => {
    const marked = document.querySelector<HTMLElement>('#edit-user [aria-invalid="true"]');
    (marked ?? document.querySelector<HTMLElement>('#edit-user [role="alert"]'))?.focus();
  }, 30);
}
