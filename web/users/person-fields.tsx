import { NativeSelect, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { getChoices } from '../../contract/settings.ts';
import { languages } from '../../contract/shapes.ts';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { TimeZoneField } from '../kit/time-zone-field.tsx';
import classes from './form.module.css';

/** A field of text as a form holds it. */
export type TypedField = {
  name: string;
  value: string;
  error?: ReactNode;
  /** Comes from the personnel file, and is changed there. */
  locked?: boolean;
  onChange: (text: string) => void;
};

/** Gives the field of that name, whatever holds the form. */
export type FieldOf<Name extends string> = (name: Name) => TypedField;

type NameField = 'salutation' | 'firstName' | 'infix' | 'lastName';

/** How somebody is called: four short fields beside each other, in the order of a Dutch letter. */
export function NameFields({ field }: { field: FieldOf<NameField> }) {
  const t = useTexts();
  const { data } = useQuery(queryOf(getChoices, {}));
  return (
    <div className={classes.names}>
      <TextLine
        field={field('salutation')}
        label={t('fields.name.salutation')}
        suggestions={data?.salutations}
      />
      <TextLine field={field('firstName')} label={t('fields.name.firstName')} required />
      <TextLine
        field={field('infix')}
        label={t('fields.name.infix')}
        placeholder={t('users.form.infix.hint')}
      />
      <TextLine field={field('lastName')} label={t('fields.name.lastName')} required />
    </div>
  );
}

/** Phones and job title; jobs that the installation keeps are suggested. */
export function ContactFields({ field }: { field: FieldOf<'phone' | 'mobile' | 'jobTitle'> }) {
  const t = useTexts();
  const { data } = useQuery(queryOf(getChoices, {}));
  return (
    <div className={classes.pairs}>
      <TextLine field={field('phone')} label={t('fields.name.phone')} type="tel" />
      <TextLine field={field('mobile')} label={t('fields.name.mobile')} type="tel" />
      <TextLine field={field('jobTitle')} label={t('fields.name.jobTitle')} suggestions={data?.jobTitles} />
    </div>
  );
}

/** In which language and time zone this person reads Muster and its mails. */
export function LocaleFields({ field }: { field: FieldOf<'language' | 'timeZone'> }) {
  const t = useTexts();
  const { locked, ...language } = field('language');
  const { locked: _, ...timeZone } = field('timeZone');
  return (
    <div className={classes.pairs}>
      <NativeSelect
        {...language}
        disabled={locked}
        description={locked && t('personnel-files.user.field')}
        label={t('fields.name.language')}
        data={languages.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
        onChange={(event) => language.onChange(event.currentTarget.value)}
      />
      <TimeZoneField label={t('fields.name.timeZone')} {...timeZone} />
    </div>
  );
}

/** One line of text; anything may be typed, also beside what is suggested. */
export function TextLine(props: {
  field: TypedField;
  label: string;
  type?: 'tel' | 'email';
  required?: boolean;
  placeholder?: string;
  description?: ReactNode;
  suggestions?: string[];
}) {
  const t = useTexts();
  const { field, required, suggestions, description, ...rest } = props;
  const { locked, ...typed } = field;
  const list = useId();
  return (
    <>
      <TextInput
        {...typed}
        {...rest}
        description={locked ? t('personnel-files.user.field') : description}
        readOnly={locked}
        rightSection={locked && <IconLock size={16} aria-hidden />}
        withAsterisk={required}
        aria-required={required}
        // Firefox shows no suggestions beside "off".
        autoComplete={suggestions ? undefined : 'off'}
        list={suggestions && list}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => field.onChange(event.currentTarget.value)}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}
