import { Text } from '@mantine/core';
import {
  IconChevronRight,
  IconClockExclamation,
  IconDoorExit,
  IconFileAlert,
  IconLock,
  IconMailExclamation,
  IconMailPause,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { locales } from '../../contract/texts.ts';
import { useLocale, useTexts } from '../kit/texts.tsx';
import type { Attention } from './attention.ts';
import classes from './overview.module.css';

const icons = {
  'overview.locked': IconLock,
  'overview.expired': IconClockExclamation,
  'overview.leaving': IconDoorExit,
  'overview.failed-mail': IconMailExclamation,
  'overview.waiting-mail': IconMailPause,
  'overview.personnel-files': IconFileAlert,
};

/** A number that needs attention, as a link to the list of exactly those. */
export function AttentionCard({ attention }: { attention: Attention }) {
  const t = useTexts();
  const { text, count, to, search } = attention;
  const { language } = useLocale();
  const Icon = icons[text];
  return (
    <li>
      <Link to={to} search={search} className={classes.card}>
        <span className={classes.icon} data-text={text}>
          <Icon size={20} stroke={1.7} aria-hidden />
        </span>
        <span className={classes.words}>
          <Text component="span" fw={550}>
            <span className={classes.count}>{count.toLocaleString(locales[language])}</span>{' '}
            {t(text, { count })}
          </Text>
          <Text component="span" size="sm" c="dimmed">
            {t(`${text}.about`)}
          </Text>
        </span>
        <IconChevronRight size={18} aria-hidden className={classes.chevron} />
      </Link>
    </li>
  );
}
