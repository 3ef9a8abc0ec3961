import type { Locator, Page } from '@playwright/test';

/** Where something is looked for: a page, or a part of one. */
type Place = Page | Locator;

/** As somebody finds things: by what they are and what they are called, the whole name. */
export const button = (place: Place, name: string) => place.getByRole('button', { name, exact: true });
export const link = (place: Place, name: string) => place.getByRole('link', { name, exact: true });
export const heading = (place: Place, name: string) => place.getByRole('heading', { name, exact: true });
export const tick = (place: Place, name: string) => place.getByRole('checkbox', { name, exact: true });
export const radio = (place: Place, name: string) => place.getByRole('radio', { name, exact: true });
export const dialog = (place: Place, name: string) => place.getByRole('dialog', { name, exact: true });
export const section = (place: Place, name: string) => place.getByRole('region', { name, exact: true });

/** What says this and no more. */
export const wholeText = (place: Place, text: string) => place.getByText(text.trim(), { exact: true });

/** A field to fill in, by its label; the star of a required one is not part of that. */
export function field(place: Place, label: string): Locator {
  const name = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\*)?$`);
  return place.getByLabel(name).and(place.locator('input, select'));
}

/** A row of a list that holds this text. */
export function row(place: Place, text: string): Locator {
  return place.getByRole('row').filter({ hasText: text });
}
