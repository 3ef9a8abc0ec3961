import { useEffect, useState } from 'react';

const seconds = { between: 4, watching: 120 };

/** Set while a page is looked at: how often it reads again what others may have changed. */
type Again = { refetchInterval: number | false; refetchIntervalInBackground: false };

/**
 * For lists that show what others do at once: read again every few seconds as long as somebody is there, which their
 * pointer and their keys tell. An open page that nobody looks at does not keep its session alive.
 */
export function useLively(): Again {
  const [there, setThere] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const notice = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setThere(false), seconds.watching * 1000);
      setThere(true);
    };
    notice();
    for (const sign of signs) window.addEventListener(sign, notice, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, notice);
    };
  }, []);
  return { refetchInterval: there && seconds.between * 1000, refetchIntervalInBackground: false };
}

const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus'] as const;

/** How often work under way on so many is asked about, in milliseconds: that on a few is over in a moment. */
export function betweenLooks(many: number): number {
  return many <= 100 ? 250 : 1000;
}
