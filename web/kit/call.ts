import {
  type Endpoint,
  inputInQuery,
  type OutputOf,
  pathNames,
  type SentInputOf,
} from '../../contract/endpoint.ts';
import type { FieldProblem, Problem, RefusalCode } from '../../contract/refusals.ts';
import type { Language } from '../../contract/shapes.ts';
import { translate } from '../../contract/texts.ts';
import { askForProof, countRenewals } from './proof.ts';

/**
 * What every failed call throws. `network`: the server was not reached; `odd-answer`: what answered was not
 * Muster (a proxy, perhaps). `message` is in the reader's language and fit to be shown.
 */
export type Refusal = Error & {
  readonly status: number;
  readonly code: RefusalCode | 'network' | 'odd-answer';
  readonly fields: readonly FieldProblem[];
  /** For `request.stale`: the version that is stored now. */
  readonly current?: number;
};

/** True for what `call` throws. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'code' in error && 'fields' in error;
}

type Options = { version?: number; signal?: AbortSignal; file?: File };

/**
 * Makes one call of the contract and gives its answer; throws a `Refusal`. `version` is the one that was read
 * of what is changed now (`If-Match`), `file` what an uploading call takes. An aborted call throws the browser's
 * AbortError. A call that asks for proof goes on by itself once that was given.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: SentInputOf<E>,
  options: Options = {},
): Promise<OutputOf<E>> {
  const answer = await send(endpoint, input, options);
  if (endpoint.output === null) return undefined as OutputOf<E>;
  try {
    return (await answer.json()) as OutputOf<E>;
  } catch {
    throw oddAnswer(answer.status);
  }
}

/** The file that a call answers with, where a link will not do because it may ask for proof first. */
export async function fetchFile<E extends Endpoint>(
  endpoint: E,
  input: SentInputOf<E>,
): Promise<{ name: string; content: Blob }> {
  const answer = await send(endpoint, input, {});
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  try {
    return { name: name ?? endpoint.name, content: await answer.blob() };
  } catch {
    throw broken();
  }
}

async function send<E extends Endpoint>(
  endpoint: E,
  input: SentInputOf<E>,
  options: Options,
): Promise<Response> {
  const token = countRenewals();
  try {
    return await sendOnce(endpoint, input, options);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const wasRenewed = error.code === 'session.required' && countRenewals() !== token;
    const again = wasRenewed || (error.code === 'session.prove-again' && (await askForProof()));
    if (!again) throw error;
    return sendOnce(endpoint, input, options);
  }
}

async function sendOnce<E extends Endpoint>(
  endpoint: E,
  input: SentInputOf<E>,
  options: Options,
): Promise<Response> {
  const { address, body } = split(endpoint, input as Record<string, unknown>);
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': pageLanguage() };
  const form = options.file && formOf(input as Record<string, unknown>, options.file);
  if (!form && body !== undefined) headers['content-type'] = 'application/json';
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
  const answer = await reach(address, {
    method: endpoint.method,
    headers,
    body: form ?? body,
    credentials: 'same-origin',
    signal: options.signal,
  });
  if (!answer.ok) throw await readRefusal(answer);
  return answer;
}

function formOf(input: Record<string, unknown>, file: File): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(input)) if (value !== undefined) form.set(name, String(value));
  form.set('file', file);
  return form;
}

/** The address of a call that only reads, for links and downloads. */
export function addressOf<E extends Endpoint>(endpoint: E, input: SentInputOf<E>): string {
  return split(endpoint, input as Record<string, unknown>).address;
}

function split(endpoint: Endpoint, input: Record<string, unknown>): { address: string; body?: string } {
  const inPath = new Set(pathNames(endpoint.path));
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined);
  const address = `/api/v1${path}`;
  if (!inputInQuery(endpoint.method)) {
    const hasBody = Object.keys(endpoint.input.shape).some((name) => !inPath.has(name));
    return { address, body: hasBody ? JSON.stringify(Object.fromEntries(rest)) : undefined };
  }
  const query = new URLSearchParams();
  for (const [name, value] of rest) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== '') query.append(name, String(one));
    }
  }
  return { address: query.size > 0 ? `${address}?${query}` : address };
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw broken();
  }
}

/** The server was not reached, or fell silent in the middle. */
function broken(): Refusal {
  return refusal({ status: 0, code: 'network', message: translate(pageLanguage(), 'kit.network') });
}

async function readRefusal(answer: Response): Promise<Refusal> {
  try {
    const problem = (await answer.json()) as Problem;
    if (typeof problem.code !== 'string') return oddAnswer(answer.status);
    const { status, code, fields, current } = problem;
    return refusal({ status, code, message: problem.detail ?? problem.title, fields, current });
  } catch {
    return oddAnswer(answer.status);
  }
}

function oddAnswer(status: number): Refusal {
  const message = translate(pageLanguage(), 'kit.odd-answer', { status });
  return refusal({ status, code: 'odd-answer', message });
}

function refusal(about: {
  status: number;
  code: Refusal['code'];
  message: string;
  fields?: FieldProblem[];
  current?: number;
}): Refusal {
  const { message, fields = [], ...rest } = about;
  return Object.assign(new Error(message), { ...rest, fields });
}

/** The language that the page is in now. */
export function pageLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'nl';
}
