import { useRef, useState } from 'react';
import { mostPhotoMegabytes } from '../../contract/photos.ts';
import { useTexts } from '../kit/texts.tsx';
import type { PhotoActs } from './use-photo-acts.ts';

/** A picture that was chosen and not saved yet, and what is wrong with it. */
export function useChosenPhoto(acts: PhotoActs) {
  const t = useTexts();
  const resetRef = useRef<() => void>(null);
  const [chosen, setChosen] = useState<{ file: File; source: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const begin = (found: string | null) => {
    // The same file may be chosen again.
    resetRef.current?.();
    acts.forget();
    setChosen(null);
    setProblem(found);
  };
  const choose = async (file: File | null) => {
    if (!file) return;
    const maximum = mostPhotoMegabytes;
    begin(file.size > maximum * 1024 * 1024 ? t('photos.too-large', { maximum }) : null);
    if (file.size <= maximum * 1024 * 1024) setChosen({ file, source: await readAsAddress(file) });
  };
  const field = acts.notSaved?.fields.find((one) => one.field === 'file');
  return {
    source: chosen?.source,
    problem: problem ?? field?.message ?? acts.notSaved?.message ?? null,
    resetRef,
    choose: (file: File | null) => void choose(file),
    save: () => chosen && acts.save(chosen.file, () => begin(null)),
    drop: () => begin(null),
    /** The browser cannot show it either. */
    refuse: () => begin(t('photos.not-a-picture')),
  };
}

/** The picture itself as an address, which the Content-Security-Policy lets a page show. */
function readAsAddress(file: File): Promise<string> {
  const read = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => read.resolve(String(reader.result));
  reader.onerror = () => read.resolve('data:,');
  reader.readAsDataURL(file);
  return read.promise;
}
