import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ClipboardEvent, useRef, useState } from 'react';
import { useTexts } from '../kit/texts.tsx';

/** Shorter than anybody notices, and longer than the pause between two letters of a pasted or held key. */
const pauseMilliseconds = 40;

/**
 * The search box over the list: searches while one types. A pasted column keeps its lines, as terms between commas;
 * a one-line field would glue them together.
 */
export function SearchBox(props: { value: string; change: (text: string) => void }) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(props.value);
  const told = useToldValues(props.value, setTyped);
  const tell = useDebouncedCallback((text: string) => {
    told(text);
    props.change(text);
  }, pauseMilliseconds);
  const type = (text: string) => {
    setTyped(text);
    tell(text);
  };
  return (
    <TextInput
      ref={input}
      type="text"
      role="searchbox"
      aria-label={t('users.list.search')}
      placeholder={t('users.list.search.hint')}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed !== '' && (
          <CloseButton
            size="sm"
            aria-label={t('users.list.search.clear')}
            onClick={() => {
              type('');
              input.current?.focus();
            }}
          />
        )
      }
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') type('');
      }}
      onPaste={(event) => {
        const text = withPasted(event);
        if (text !== undefined) type(text);
      }}
    />
  );
}

/**
 * Keeps what is typed when the address brings back, late, what was told a few letters ago; takes over what comes from
 * elsewhere (the back button, a cleared filter). Gives the function that notes what is told.
 */
function useToldValues(value: string, takeOver: (text: string) => void): (text: string) => void {
  const [waiting, setWaiting] = useState<string[]>([]);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    const at = waiting.indexOf(value);
    if (at >= 0) setWaiting(waiting.slice(at + 1));
    else {
      setWaiting([]);
      takeOver(value);
    }
  }
  return (text) => setWaiting((before) => [...before, text]);
}

/** The text of the field after pasting several lines; undefined when one line was pasted, which the field can do. */
function withPasted(event: ClipboardEvent<HTMLInputElement>): string | undefined {
  const pasted = event.clipboardData.getData('text');
  const lines = pasted.split(/[\r\n\t]+/).map((line) => line.trim());
  if (lines.length < 2) return undefined;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const before = value.slice(0, selectionStart ?? value.length).trimEnd();
  const after = value.slice(selectionEnd ?? value.length).trimStart();
  const parts = [before.replace(/[,;]$/, ''), ...lines, after.replace(/^[,;]/, '')];
  return parts.filter((part) => part.trim() !== '').join(', ');
}
