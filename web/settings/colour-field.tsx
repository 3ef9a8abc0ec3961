import { Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { contrastOf, shadesOf } from '../kit/accent.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './settings.module.css';

/** The accent colour, typed or picked, with how it will look and whether it can be read. */
export function ColourField(props: {
  name: string;
  value: string;
  onChange: (colour: string) => void;
  error?: ReactNode;
}) {
  const t = useTexts();
  const known = /^#[0-9a-f]{6}$/i.test(props.value);
  return (
    <div className={classes.colour}>
      <TextInput
        label={t('fields.name.colour')}
        description={t('settings.colour.about')}
        name={props.name}
        value={props.value}
        error={props.error}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        maxLength={20}
        maw={280}
        leftSection={
          <input
            type="color"
            aria-label={t('settings.colour.pick')}
            className={classes.pick}
            value={known ? props.value.toLowerCase() : '#000000'}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
        }
      />
      {known && <ColourPreview colour={props.value} />}
    </div>
  );
}

function ColourPreview({ colour }: { colour: string }) {
  const t = useTexts();
  const shades = shadesOf(colour);
  const [bright, filled] = [shades[4], shades[6]];
  const kept = filled?.toLowerCase() === colour.toLowerCase();
  const ratio = contrastOf(colour, '#ffffff');
  return (
    <div>
      <div className={classes.previews}>
        <Preview scheme="light" name={t('settings.colour.light')} filled={filled} link={filled} />
        <Preview scheme="dark" name={t('settings.colour.dark')} filled={filled} link={bright} />
      </div>
      <Text size="sm" c="dimmed" mt={6}>
        {t(kept ? 'settings.colour.kept' : 'settings.colour.darkened', { ratio })}
      </Text>
    </div>
  );
}

function Preview(props: { scheme: 'light' | 'dark'; name: string; filled?: string; link?: string }) {
  const t = useTexts();
  return (
    <div className={classes.preview} data-scheme={props.scheme}>
      <span>{props.name}</span>
      <span className={classes.previewButton} style={{ background: props.filled }}>
        {t('settings.colour.button')}
      </span>
      <span style={{ color: props.link }}>{t('settings.colour.link')}</span>
    </div>
  );
}
