import { removeOwnPhoto, removeUserPhoto, setOwnPhoto, setUserPhoto } from '../../contract/photos.ts';
import type { Refusal } from '../kit/call.ts';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** What can be done to a photo, whoever's it is; `done` is called once it was. */
export type PhotoActs = {
  save: (file: File, done: () => void) => void;
  saving: boolean;
  notSaved: Refusal | null;
  /** Forgets that saving failed. */
  forget: () => void;
  remove: (done: () => void) => void;
  removing: boolean;
  notRemoved: Refusal | null;
};

// Wherever a face is shown.
const refresh = ['me', 'users', 'people', 'audit'];

/** The photo of the one who is signed in. */
export function useOwnPhotoActs(): PhotoActs {
  const told = useToldActs();
  const saving = useAct(setOwnPhoto, { refresh, done: told.saved });
  const removing = useAct(removeOwnPhoto, { refresh, done: told.removed });
  return {
    save: (file, done) => saving.mutate({ input: {}, file }, { onSuccess: done }),
    saving: saving.isPending,
    notSaved: saving.error,
    forget: saving.reset,
    remove: (done) => removing.mutate({ input: {} }, { onSuccess: done }),
    removing: removing.isPending,
    notRemoved: removing.error,
  };
}

/** The photo of somebody whom one may change. */
export function useUserPhotoActs(id: string): PhotoActs {
  const told = useToldActs();
  const saving = useAct(setUserPhoto, { refresh, done: told.saved });
  const removing = useAct(removeUserPhoto, { refresh, done: told.removed });
  return {
    save: (file, done) => saving.mutate({ input: { id }, file }, { onSuccess: done }),
    saving: saving.isPending,
    notSaved: saving.error,
    forget: saving.reset,
    remove: (done) => removing.mutate({ input: { id } }, { onSuccess: done }),
    removing: removing.isPending,
    notRemoved: removing.error,
  };
}

function useToldActs() {
  const t = useTexts();
  return { saved: () => noticeDone(t('photos.saved')), removed: () => noticeDone(t('photos.removed')) };
}
