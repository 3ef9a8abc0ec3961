import { lazy, Suspense, useState } from 'react';
import { PersonButton } from './person-button.tsx';

const load = () => import('./person-menu.tsx');
const PersonMenu = lazy(() => load().then(({ PersonMenu }) => ({ default: PersonMenu })));

/** The corner of the signed-in person; its menu is loaded when it is pointed at or first opened. */
export function PersonCorner() {
  const [wanted, setWanted] = useState(false);
  const button = (
    <PersonButton
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    />
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <PersonMenu />
    </Suspense>
  );
}
