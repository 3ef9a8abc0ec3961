import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import { shadesOf } from './accent.ts';

const gray: MantineColorsTuple = [
  '#f8f9fa',
  '#f3f4f6',
  '#e8eaed',
  '#dcdfe4',
  '#c8ccd3',
  '#9aa1ac',
  '#6b7280',
  '#4b5563',
  '#323943',
  '#1c2128',
];

const dark: MantineColorsTuple = [
  '#e3e5e8',
  '#b9bdc4',
  '#9aa0a9',
  '#747b86',
  '#3d434c',
  '#31363e',
  '#24282e',
  '#191c20',
  '#131518',
  '#0c0e10',
];

/** The look of everything: system fonts, 14 px, hairlines, and one accent made of the organisation's colour. */
export function themeOf(colour: string): MantineThemeOverride {
  return createTheme({
    primaryColor: 'accent',
    primaryShade: 6,
    autoContrast: true,
    defaultRadius: 6,
    cursorType: 'pointer',
    respectReducedMotion: true,
    white: '#ffffff',
    black: '#1c2128',
    colors: { accent: shadesOf(colour) as unknown as MantineColorsTuple, gray, dark },
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, Ubuntu, Cantarell, "Noto Sans", sans-serif',
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
    lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.55', xl: '1.5' },
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: '1.375rem', lineHeight: '1.3' },
        h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
        h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      },
    },
    components: inputsAndWindows,
  });
}

const mediumInput = { defaultProps: { size: 'sm' } };
const inputsAndWindows = {
  Button: { defaultProps: { size: 'sm' } },
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
  TextInput: mediumInput,
  PasswordInput: mediumInput,
  Textarea: mediumInput,
  Select: mediumInput,
  NativeSelect: mediumInput,
  MultiSelect: mediumInput,
  NumberInput: mediumInput,
  Checkbox: mediumInput,
  Radio: mediumInput,
  Switch: mediumInput,
  Modal: {
    defaultProps: { centered: true, radius: 10, overlayProps: { backgroundOpacity: 0.4 } },
    styles: { title: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.4 } },
  },
  Alert: {
    styles: { root: { padding: '12px 14px' }, body: { gap: 4 }, icon: { marginInlineEnd: 10 } },
  },
  Menu: { defaultProps: { shadow: 'md', radius: 8, withInitialFocusPlaceholder: false } },
  Popover: { defaultProps: { shadow: 'md', radius: 8 } },
  Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } },
};

/** What Mantine's own variables lack in contrast (WCAG 2.2 AA), and our own: surfaces, lines, marks. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#596170',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-error': '#c01f1f',
    '--mantine-color-default-border': '#c8ccd3',
    '--mantine-color-disabled-color': '#7b828e',
    '--muster-line': '#e3e5e9',
    '--muster-side': '#f7f8f9',
    '--muster-raised': '#ffffff',
    '--muster-hover': '#f3f4f6',
    '--muster-chosen': 'var(--mantine-color-accent-0)',
    '--muster-warning': '#8a5300',
    '--muster-warning-back': '#fff6df',
    '--muster-warning-line': '#f0d48a',
    '--muster-success': '#146c43',
    '--muster-lock': '#b27700',
  },
  dark: {
    '--mantine-color-text': '#e3e5e8',
    '--mantine-color-dimmed': '#a3a9b3',
    '--mantine-color-placeholder': '#8b929d',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-body': '#15171a',
    '--mantine-color-default': '#1d2024',
    '--mantine-color-default-hover': '#272b31',
    '--mantine-color-default-border': '#3d434c',
    '--mantine-color-accent-light': 'color-mix(in srgb, var(--mantine-color-accent-6) 24%, #15171a)',
    '--mantine-color-accent-light-hover': 'color-mix(in srgb, var(--mantine-color-accent-6) 34%, #15171a)',
    '--mantine-color-accent-light-color': 'var(--mantine-color-accent-3)',
    '--muster-line': '#2b2f36',
    '--muster-side': '#111316',
    '--muster-raised': '#1a1d21',
    '--muster-hover': '#20242a',
    '--muster-chosen': 'color-mix(in srgb, var(--mantine-color-accent-6) 26%, #15171a)',
    '--muster-warning': '#ffcf70',
    '--muster-warning-back': '#2d2412',
    '--muster-warning-line': '#5c4817',
    '--muster-success': '#6fd6a0',
    '--muster-lock': '#ffc94d',
  },
});
