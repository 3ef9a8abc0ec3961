import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { syncPath } from './sync-files.ts';

type OpenFile = { nfd?: number; node: object };

/** The part of the engine's own file system that PGlite's types leave out. */
type Engine = {
  NODEFS: {
    realPath(node: object): string;
    node_ops: {
      setattr(node: object, what: object): void;
      rename(node: object, folder: object, name: string): void;
    };
    stream_ops: {
      fsync?(file: OpenFile): number;
      open(file: OpenFile): void;
      setattr(file: OpenFile, what: object): void;
      write(file: OpenFile, ...what: [Uint8Array, number, number, number]): number;
      llseek(file: OpenFile, offset: number, whence: number): number;
    };
  };
};

/** Where a file ends, as `lseek` counts (POSIX `SEEK_END`). */
const seekEnd = 2;

export type SyncListeners = {
  /** Hears, just before, of every path that is synced to disk. */
  onSync?(path: string): void;
  /** Hears, once, that the disk failed: from then on every query is refused, until the process starts again. */
  onBroken?(error: Error): void;
};

/**
 * PGlite's file system on a folder, with an fsync that reaches the disk; the one that PGlite ships
 * answers “synced” and does nothing.
 */
export class DurableFileSystem extends NodeFS {
  readonly #listeners: SyncListeners;
  #failure: Error | undefined;

  constructor(folder: string, listeners: SyncListeners = {}) {
    super(folder);
    this.#listeners = listeners;
  }

  override async init(pglite: PGlite, starting: Parameters<NodeFS['init']>[1]) {
    const { emscriptenOpts } = await super.init(pglite, starting);
    this.#guardAnswers(pglite);
    const install = (engine: unknown) => {
      this.#installSync(engine as Engine);
      this.#watchLog(engine as Engine);
      this.#rememberSizes(engine as Engine);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), install] } };
  }

  #installSync({ NODEFS }: Engine): void {
    NODEFS.stream_ops.fsync = ({ node, nfd }) => {
      const path = NODEFS.realPath(node);
      try {
        if (this.#failure) throw this.#failure;
        this.#listeners.onSync?.(path);
        if (nfd === undefined) syncPath(path);
        else fsyncSync(nfd);
        return 0;
      } catch (cause) {
        throw this.#fail(path, cause);
      }
    };
  }

  /** A full disk can be borne anywhere but in the log, where the engine ends itself as it does after a failed sync. */
  #watchLog({ NODEFS }: Engine): void {
    const { write } = NODEFS.stream_ops;
    NODEFS.stream_ops.write = (file, ...what) => {
      try {
        return write(file, ...what);
      } catch (cause) {
        const path = NODEFS.realPath(file.node);
        throw path.includes('pg_wal') ? this.#fail(path, cause) : cause;
      }
    };
  }

  /**
   * Before each query the engine asks of every table and index in it how large its file is: a tenth of the time of a short
   * one. Only the engine writes in the folder, and all that changes a size passes here: a size is asked once, until then.
   */
  #rememberSizes({ NODEFS: { node_ops: ofNodes, stream_ops: ofFiles } }: Engine): void {
    let sizes = new WeakMap<object, number>();
    const { open, setattr, write, llseek } = ofFiles;
    const { setattr: setNode, rename } = ofNodes;
    ofFiles.llseek = (file, offset, whence) => {
      if (whence !== seekEnd || offset !== 0) return llseek(file, offset, whence);
      const size = sizes.get(file.node) ?? llseek(file, 0, seekEnd);
      sizes.set(file.node, size);
      return size;
    };
    ofFiles.open = (file) => {
      sizes.delete(file.node);
      open(file);
    };
    ofFiles.setattr = (file, what) => {
      sizes.delete(file.node);
      setattr(file, what);
    };
    ofFiles.write = (file, ...what) => {
      sizes.delete(file.node);
      return write(file, ...what);
    };
    ofNodes.setattr = (node, what) => {
      sizes.delete(node);
      setNode(node, what);
    };
    // What had the new name before may be known under it still.
    ofNodes.rename = (node, folder, name) => {
      sizes = new WeakMap();
      rename(node, folder, name);
    };
  }

  #fail(path: string, cause: unknown): Error {
    if (this.#failure) return this.#failure;
    this.#failure = new Error(`The disk failed to keep ${path}; start again`, { cause });
    this.#listeners.onBroken?.(this.#failure);
    return this.#failure;
  }

  /**
   * A PostgreSQL server ends itself when the disk fails to sync, because nobody knows what was kept; what it
   * confirmed is in the log when it starts again. PGlite swallows the failure and would confirm, so every answer
   * passes here; and its engine, entered once more, would never return.
   */
  #guardAnswers(pglite: PGlite): void {
    const enter = pglite.execProtocolRawSync.bind(pglite);
    pglite.execProtocolRawSync = (message) => {
      if (this.#failure) throw this.#failure;
      const answer = enter(message);
      if (this.#failure) throw this.#failure;
      return answer;
    };
  }
}
