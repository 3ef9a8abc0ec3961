import type { Endpoint, InputOf, OutputOf } from '../../contract/endpoint.ts';
import type { Db } from '../db/transact.ts';
import type { Actor } from './actor.ts';

/** An input with the version that the caller saw (`If-Match`), where the call is versioned. */
export type Versioned<Input> = Input & { version?: number };

/** Under this key an answer may carry a session that begins (its token) or ends (null): the door's cookie. */
export const sessionChange = Symbol('session change');

/** Under this key an answer may carry what the browser is to be known by from now on. */
export const deviceChange = Symbol('device change');

type Aside = { [sessionChange]?: string | null; [deviceChange]?: readonly string[] };

type Answer<Output> = Output extends undefined ? undefined | Aside : Output & Aside;

/** A file that came with a call: it stands in a folder of the moment and is gone after the act. */
export type Uploaded = { path: string; name: string; size: number };

/** One deed or question: knows no HTTP, opens its own transaction, throws `Refused`. */
export type Act<E extends Endpoint> = (
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<E>>,
) => Promise<Answer<OutputOf<E>>>;

/** An answer that is written while it is read from the database, such as a CSV file. */
export type StreamingAct<E extends Endpoint> = (
  db: Db,
  actor: Actor,
  input: InputOf<E>,
) => Promise<{ fileName: string; chunks: AsyncIterable<string | Uint8Array> }>;

/** An answer that is a picture; its tag changes with it. */
export type PictureAct<E extends Endpoint> = (
  db: Db,
  actor: Actor,
  input: InputOf<E>,
) => Promise<{ content: Buffer; tag: string }>;
