import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { Endpoint, OutputOf, SentInputOf } from '../../contract/endpoint.ts';
import { call, isRefusal, type Refusal } from './call.ts';
import { findFieldProblems } from './field-problems.ts';
import { useTexts } from './texts.tsx';

type Options<E extends Endpoint, Values> = {
  initial: Values;
  /** Makes the call's input of what was typed; left out: the values are the input. */
  input?: (values: Values) => SentInputOf<E>;
  /** What the call's shape does not know: empty fields that the page wants filled, a date before another. */
  check?: (values: Values) => Record<string, string | undefined>;
  /** The version that was read of what is changed (for versioned calls). */
  version?: number;
  /** Features whose queries are read again afterwards, such as `['users', 'overview']`. */
  refresh?: string[];
  done?: (output: OutputOf<E>, values: Values) => void;
  /** The field to type in again when a refusal names none, such as a wrong password. */
  again?: Extract<keyof Values, string>;
};

/**
 * A form that makes one call of the contract. Checks with the call's own shape before it is sent, puts every
 * refusal at its field, keeps what was typed when it fails.
 *
 *     const form = useCallForm(createUser, { initial: { firstName: '' }, done: (user) => … });
 *     <CallForm form={form}>
 *       <TextInput label={t('fields.name.firstName')} {...form.field('firstName')} />
 *       <Button type="submit" loading={form.sending}>…</Button>
 *     </CallForm>
 */
export function useCallForm<E extends Endpoint, Values extends Record<string, unknown>>(
  endpoint: E,
  options: Options<E, Values>,
) {
  const t = useTexts();
  const client = useQueryClient();
  const element = useRef<HTMLFormElement>(null);
  // What was sent last, as text: the same values are not unsaved, whatever state React is in by then.
  const saved = useRef('');
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [sending, setSending] = useState(false);
  const form = useForm<Values>({ mode: 'controlled', initialValues: options.initial });

  async function send(version = options.version): Promise<void> {
    const values = form.getValues();
    const input = options.input ? options.input(values) : (values as SentInputOf<E>);
    const found = { ...findFieldProblems(endpoint.input, input, t), ...filled(options.check?.(values)) };
    form.setErrors(found);
    setProblem(null);
    if (Object.keys(found).length > 0) return focusFirstError(element.current);
    setSending(true);
    try {
      const output = await call(endpoint, input, { version });
      saved.current = JSON.stringify(values);
      form.resetDirty();
      for (const feature of options.refresh ?? []) void client.invalidateQueries({ queryKey: [feature] });
      options.done?.(output, values);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      setProblem(error);
      form.setErrors(Object.fromEntries(error.fields.map(({ field, message }) => [field, message])));
      focusFirstError(element.current, options.again);
    } finally {
      setSending(false);
    }
  }

  return {
    element,
    values: form.values,
    errors: form.errors,
    problem,
    sending,
    dirty: form.isDirty(),
    /** Read by UnsavedGuard at the moment of leaving. */
    hasUnsaved: () => form.isDirty() && saved.current !== JSON.stringify(form.getValues()),
    /** Properties for an input: `<TextInput {...form.field('email')} />`. */
    field: <Name extends Extract<keyof Values, string>>(name: Name) => ({
      name,
      value: form.values[name],
      error: form.errors[name],
      onChange: form.getInputProps<Name>(name as never).onChange,
    }),
    /** Properties for a checkbox or switch. */
    tick: <Name extends Extract<keyof Values, string>>(name: Name) => ({
      name,
      checked: form.values[name] === true,
      error: form.errors[name],
      onChange: form.getInputProps<Name>(name as never, { type: 'checkbox' }).onChange,
    }),
    set: (values: Partial<Values>) => form.setValues(values),
    setError: (name: string, message: string | null) => form.setFieldError(name, message),
    /** Begins again with these values (or the first ones): nothing is unsaved afterwards. */
    restart: (values: Values = options.initial) => {
      form.setInitialValues(values);
      form.setValues(values);
      form.resetDirty(values);
      form.clearErrors();
      setProblem(null);
    },
    /** Sends as it stands; with a version: over that one (after `request.stale`). */
    send,
    submit: (event: FormEvent) => {
      event.preventDefault();
      event.stopPropagation();
      if (!sending) void send();
    },
  };
}

/** What useCallForm gives, for components that take a form. */
export type CallFormState = Pick<
  ReturnType<typeof useCallForm>,
  'element' | 'problem' | 'hasUnsaved' | 'submit'
>;

function filled(problems: Record<string, string | undefined> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).filter((entry): entry is [string, string] => !!entry[1]),
  );
}

function focusFirstError(form: HTMLFormElement | null, again?: string): void {
  // After the next paint: the errors have to be in the page first.
  setTimeout(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const toRetype = again && !field ? form?.querySelector<HTMLInputElement>(`[name="${again}"]`) : null;
    (field ?? toRetype ?? form?.querySelector<HTMLElement>('[role="alert"]'))?.focus();
    toRetype?.select();
  }, 30);
}
