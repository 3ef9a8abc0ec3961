import { Alert, Anchor, List } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FieldProblem } from '../../contract/refusals.ts';
import type { CallFormState } from './form.tsx';
import { useTexts } from './texts.tsx';
import { UnsavedGuard } from './unsaved-guard.tsx';

/**
 * The form element around the fields of useCallForm: shows above them why a call was refused, and what is wrong
 * with fields that are not in it. `guard` asks before leaving the page with unsaved changes.
 */
export function CallForm(props: {
  form: CallFormState;
  guard?: boolean;
  label?: string;
  className?: string;
  children: ReactNode;
}) {
  const { form } = props;
  return (
    <form
      ref={form.element}
      onSubmit={form.submit}
      noValidate
      aria-label={props.label}
      className={props.className}
    >
      <FormProblem form={form} />
      {props.children}
      {props.guard && <UnsavedGuard hasUnsaved={form.hasUnsaved} />}
    </form>
  );
}

function FormProblem({ form }: { form: CallFormState }) {
  const t = useTexts();
  const { problem } = form;
  // The page itself shows both versions then.
  if (!problem || problem.code === 'request.stale') return null;
  const elsewhere = problem.fields.filter(
    ({ field }) => !form.element.current?.querySelector(`[name="${CSS.escape(field)}"]`),
  );
  const atTheField = problem.fields.some(({ message }) => message === problem.message);
  if (atTheField && elsewhere.length === 0) return null;
  return (
    <Alert
      role="alert"
      tabIndex={-1}
      color="red"
      mb="md"
      icon={<IconAlertCircle size={18} aria-hidden />}
      title={problem.message}
    >
      {problem.code === 'session.required' ? (
        <Anchor href="/sign-in" target="_blank" rel="noopener">
          {t('kit.form.sign-in')}
        </Anchor>
      ) : (
        elsewhere.length > 0 && <ElsewhereList problems={elsewhere} />
      )}
    </Alert>
  );
}

function ElsewhereList({ problems }: { problems: readonly FieldProblem[] }) {
  const t = useTexts();
  return (
    <List size="sm" aria-label={t('kit.form.also')}>
      {problems.map(({ field, message }) => (
        <List.Item key={field + message}>{message}</List.Item>
      ))}
    </List>
  );
}
