import { useEffect } from 'react';

const asked = new Set<() => boolean>();

/** Lets others know, while this component is shown, whether something typed here is not saved. */
export function useUnsaved(hasUnsaved: () => boolean): void {
  useEffect(() => {
    asked.add(hasUnsaved);
    return () => {
      asked.delete(hasUnsaved);
    };
  });
}

/** True while any form on the page holds something unsaved: then nobody is sent to another page. */
export function anyUnsaved(): boolean {
  return [...asked].some((hasUnsaved) => hasUnsaved());
}
