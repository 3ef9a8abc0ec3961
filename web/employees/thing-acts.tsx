import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTexts } from '../kit/texts.tsx';
import classes from './employees.module.css';

/** Beside an activity or a skill: changing and deleting it. */
export function ThingActs(props: {
  of: 'activities' | 'skills';
  name: string;
  edit: () => void;
  remove: () => void;
}) {
  const t = useTexts();
  const { of, name } = props;
  return (
    <div className={classes.actions}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t(`${of}.edit`, { name })}
        title={t(`${of}.edit`, { name })}
        onClick={props.edit}
      >
        <IconPencil size={17} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t(`${of}.delete`, { name })}
        title={t(`${of}.delete`, { name })}
        onClick={props.remove}
      >
        <IconTrash size={17} aria-hidden />
      </ActionIcon>
    </div>
  );
}
