import { Alert, Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from './texts.tsx';

/** Why a call failed, in the words of the refusal; with `retry` a button to try again. Shows nothing for null. */
export function ProblemAlert(props: {
  problem: { message: string } | null;
  retry?: () => void;
  children?: ReactNode;
}) {
  const t = useTexts();
  if (!props.problem) return null;
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconAlertCircle size={18} aria-hidden />}
      title={props.problem.message}
    >
      {(props.children || props.retry) && (
        <>
          {props.children}
          {props.retry && (
            <Button variant="default" size="xs" mt={4} onClick={props.retry}>
              {t('kit.try-again')}
            </Button>
          )}
        </>
      )}
    </Alert>
  );
}
