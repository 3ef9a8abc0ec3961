import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { mostPhotoMegabytes, photoKinds } from '../../contract/photos.ts';
import { type Faced, Portrait } from '../kit/portrait.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './photos.module.css';
import { RemovePhoto } from './remove-photo.tsx';
import { useChosenPhoto } from './use-chosen-photo.ts';
import type { PhotoActs } from './use-photo-acts.ts';

/** Shows somebody's photo; takes another, shows how it will look before it is saved, and removes it. */
export function PhotoField({ person, acts, about }: { person: Faced; acts: PhotoActs; about: string }) {
  const t = useTexts();
  const problemId = useId();
  const [removing, setRemoving] = useState(false);
  const chosen = useChosenPhoto(acts);
  return (
    <div className={classes.field}>
      <div
        role="img"
        aria-label={t(chosen.source ? 'photos.preview' : 'photos.now')}
        className={classes.face}
      >
        <Portrait
          person={person}
          size={96}
          source={chosen.source}
          broken={chosen.source ? chosen.refuse : undefined}
        />
      </div>
      <div className={classes.words}>
        <Text size="sm" c="dimmed">
          {about} {t('photos.kinds', { maximum: mostPhotoMegabytes })}
        </Text>
        <Group gap="xs">
          {chosen.source && (
            <Button onClick={chosen.save} loading={acts.saving}>
              {t('photos.save')}
            </Button>
          )}
          <FileButton onChange={chosen.choose} accept={photoKinds.join()} resetRef={chosen.resetRef}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                disabled={acts.saving}
                leftSection={<IconPhoto size={16} aria-hidden />}
                aria-describedby={chosen.problem ? problemId : undefined}
              >
                {t(chosen.source || person.photo ? 'photos.choose.other' : 'photos.choose')}
              </Button>
            )}
          </FileButton>
          {chosen.source ? (
            <Button variant="subtle" color="gray" onClick={chosen.drop} disabled={acts.saving}>
              {t('kit.cancel')}
            </Button>
          ) : (
            person.photo !== null && (
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconTrash size={16} aria-hidden />}
                aria-haspopup="dialog"
                onClick={() => setRemoving(true)}
              >
                {t('photos.remove')}
              </Button>
            )
          )}
        </Group>
        <Text id={problemId} role="alert" size="sm" c="var(--mantine-color-error)">
          {chosen.problem}
        </Text>
      </div>
      <RemovePhoto acts={acts} opened={removing} close={() => setRemoving(false)} />
    </div>
  );
}
