import { Alert, Button, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type Texts, useTexts } from '../kit/texts.tsx';
import { type Part, partsOf } from './draft.ts';
import type { SaveProblem, UserDraft } from './use-user-draft.tsx';
import classes from './user-page.module.css';

/** Stays in view while something is unsaved: what, Save, and the way back. Above it, why saving was refused. */
export function SaveBar({ draft }: { draft: UserDraft }) {
  const t = useTexts();
  const { changed, problem } = draft;
  if (changed.length === 0) return null;
  return (
    <section className={classes.bar} aria-label={t('users.save.bar')}>
      {problem && <Problem problem={problem} />}
      <Text className={classes.barText}>
        {t('users.save.unsaved', { parts: wordsOf(partsOf(changed), t) })}
      </Text>
      <Button variant="default" onClick={draft.discard} disabled={draft.saving}>
        {t('users.save.discard')}
      </Button>
      <Button type="submit" loading={draft.saving}>
        {t('kit.save')}
      </Button>
    </section>
  );
}

function Problem({ problem: { refusal, failed, done } }: { problem: SaveProblem }) {
  const t = useTexts();
  return (
    <Alert
      role="alert"
      tabIndex={-1}
      color="red"
      w="100%"
      icon={<IconAlertCircle size={18} aria-hidden />}
      title={refusal.message}
    >
      {done.length > 0 && t('users.save.partly', { done: wordsOf(done, t), failed: wordsOf([failed], t) })}
    </Alert>
  );
}

function wordsOf(parts: readonly Part[], t: Texts): string {
  return parts.map((part) => t(`users.save.${part}`)).join(', ');
}
