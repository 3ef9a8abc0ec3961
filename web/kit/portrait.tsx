import { type CSSProperties, useState } from 'react';
import { getPhoto, photoSizes } from '../../contract/photos.ts';
import { addressOf } from './call.ts';
import { hueOf, initialsOf } from './initials.ts';
import classes from './portrait.module.css';

/** Somebody with a face: `photo` is the tag that lists and pages answer, null without one. */
export type Faced = { id: string; name: string; firstName: string; photo: string | null };

/**
 * Somebody's photo in a circle, or their initials in a colour of their own. It stands beside the name, so that it is
 * not read out. `source` shows another picture, such as one that was not sent yet; `broken` hears that it is none.
 */
export function Portrait(props: { person: Faced; size: number; source?: string; broken?: () => void }) {
  const { person, size, source = addressOfPhoto(person, size) } = props;
  const [failed, setFailed] = useState<string>();
  const style = { '--size': `${size}px`, '--hue': hueOf(person.name) } as CSSProperties;
  return (
    <span className={classes.portrait} style={style} aria-hidden>
      {source && source !== failed ? (
        <img
          src={source}
          alt=""
          width={size}
          height={size}
          loading="lazy"
          decoding="async"
          onError={() => {
            setFailed(source);
            props.broken?.();
          }}
        />
      ) : (
        initialsOf(person)
      )}
    </span>
  );
}

function addressOfPhoto({ id, photo }: Faced, size: number): string | undefined {
  if (photo === null) return undefined;
  // Sharp enough on screens with two dots to a pixel.
  const small = size * 1.8 <= photoSizes.small;
  return addressOf(getPhoto, { id, size: small ? 'small' : 'large', tag: photo });
}
