import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

function PlainAnchor({ ref, ...props }: AnchorProps & Omit<ComponentProps<'a'>, keyof AnchorProps>) {
  return <Anchor ref={ref} {...props} />;
}

function AnchorButton({ ref, ...props }: ButtonProps & Omit<ComponentProps<'a'>, keyof ButtonProps>) {
  return <Button component="a" ref={ref} {...props} />;
}

/** A link in text to a page of Muster: `<TextLink to="/users/$id" params={{ id }}>`. */
export const TextLink = createLink(PlainAnchor);

/** A link to a page of Muster that looks like a button: `<ButtonLink to="/users/new">`. */
export const ButtonLink = createLink(AnchorButton);
