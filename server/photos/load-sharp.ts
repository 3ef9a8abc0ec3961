import type sharp from 'sharp';

let loading: Promise<typeof sharp> | undefined;

/** What reads pictures, loaded when it is first needed: it is large, and most days nobody needs it. */
export function loadSharp(): Promise<typeof sharp> {
  loading ??= import('sharp').then(({ default: loaded }) => {
    // Whatever a file pretends to be, nothing but the readers of these three kinds ever opens it.
    loaded.block({ operation: ['VipsForeignLoad'] });
    loaded.unblock({
      operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
    });
    loaded.cache(false);
    loaded.concurrency(1);
    return loaded;
  });
  return loading;
}
