import type { Faced } from '../kit/portrait.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { PhotoField } from './photo-field.tsx';
import { useOwnPhotoActs, useUserPhotoActs } from './use-photo-acts.ts';

/** One's own photo, on the own profile. */
export function OwnPhoto({ person }: { person: Faced }) {
  const t = useTexts();
  return (
    <Section title={t('photos.title')}>
      <PhotoField person={person} acts={useOwnPhotoActs()} about={t('photos.about.own')} />
    </Section>
  );
}

/** Somebody's photo, on the page of a user whom one may change. */
export function UserPhoto({ user }: { user: Faced }) {
  const t = useTexts();
  return (
    <Section title={t('photos.title')}>
      <PhotoField person={user} acts={useUserPhotoActs(user.id)} about={t('photos.about')} />
    </Section>
  );
}
