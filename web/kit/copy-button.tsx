import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTexts } from './texts.tsx';

/** Puts text on the clipboard and says so for a moment. Works on plain HTTP too, where the newer way is refused. */
export function CopyButton(props: { text: string; label?: string }) {
  const t = useTexts();
  const { copied, copy } = useCopied(props.text);
  return (
    <Button
      variant="default"
      leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
      onClick={copy}
    >
      <span aria-live="polite">{copied ? t('kit.copied') : (props.label ?? t('kit.copy'))}</span>
    </Button>
  );
}

/** The same as an icon, for beside the text; `label` says what is copied. */
export function CopyIcon(props: { text: string; label: string }) {
  const t = useTexts();
  const { copied, copy } = useCopied(props.text);
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <>
      <ActionIcon size="md" aria-label={props.label} title={props.label} onClick={copy}>
        <Icon size={15} aria-hidden />
      </ActionIcon>
      <VisuallyHidden role="status">{copied && t('kit.copied')}</VisuallyHidden>
    </>
  );
}

function useCopied(text: string) {
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  async function copy(): Promise<void> {
    if (!(await copyText(text))) return;
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), 2500);
  }
  return { copied, copy: () => void copy() };
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(text);
  }
}

function copyBySelecting(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  // Inside the open window, because that keeps the focus to itself.
  const place = document.activeElement?.closest('[role="dialog"]') ?? document.body;
  place.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
