import type { z } from 'zod';
import type { Permission } from './permissions.ts';
import type { RefusalCode } from './refusals.ts';

/** The media type of Excel workbooks. */
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a session can still have to do before it is worth anything. */
export const sessionSteps = ['two-factor', 'set-up-two-factor', 'change-password'] as const;
export type SessionStep = (typeof sessionSteps)[number];

/**
 * Who may make a call at all: anyone, whoever has a session (also one that still has a step to do, where the call
 * belongs to that step), whoever is signed in, people with admin access, or people with one permission. Which *rows*
 * they may touch is decided by the server beside it.
 */
type May = 'anyone' | 'half-signed-in' | 'signed-in' | 'administrator' | Permission;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One call of the REST API. `input` is one flat shape: names that stand in the path are read from there, the
 * others from the query (GET, DELETE) or the JSON body. `output` null means 204 without a body.
 */
export type Endpoint<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType | null = z.ZodType | null,
> = {
  readonly name: string;
  readonly summary: string;
  readonly method: Method;
  readonly path: `/${string}`;
  readonly may: May;
  /** Of a `half-signed-in` call: the steps during which it may be made. */
  readonly during?: readonly SessionStep[];
  /** A sensitive call: whoever makes it has proved within the last minutes that it is really them. No program does. */
  readonly proof?: true;
  /** A call for whoever is signed in that a program may make too, with an API token. */
  readonly programs?: true;
  readonly input: Input;
  readonly output: Output;
  /** What this call may refuse with, beyond what every call may (bad request, no session, not allowed). */
  readonly refusals: readonly RefusalCode[];
  /** 201 where something new is made; otherwise 200, or 204 without output. */
  readonly status?: 201;
  /** The call answers with an `ETag` (from `output.version`) and, when it changes, takes `If-Match`. */
  readonly versioned?: boolean;
  /** The input comes as multipart with a file beside it, in the part `file`, which may be so large. */
  readonly upload?: { readonly megabytes: number };
  /** The answer is not JSON but this media type: streamed, to be kept as a file; or a picture, to be shown. */
  readonly media?:
    | 'text/csv'
    | 'text/html'
    | 'application/json'
    | 'text/calendar'
    | 'text/vcard'
    | 'image/jpeg'
    | 'image/png'
    | typeof xlsx;
};

export type InputOf<E extends Endpoint> = z.output<E['input']>;
export type SentInputOf<E extends Endpoint> = z.input<E['input']>;
export type OutputOf<E extends Endpoint> = E['output'] extends z.ZodType ? z.input<E['output']> : undefined;

/** Declares a call; the types of input and output follow from the shapes. */
export function endpoint<Input extends z.ZodObject, Output extends z.ZodType | null>(
  declaration: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
  return declaration;
}

/** The names that stand in a path: `/users/:id/roles` → `id`. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string);
}

/** True where the input beyond the path travels in the query string instead of a JSON body. */
export function inputInQuery(method: Method): boolean {
  return method === 'GET' || method === 'DELETE';
}

/**
 * True for calls that a program may make with an API token: not those about the one who is signed in, unless they say
 * so, nor those for people with admin access, nor sensitive ones.
 */
export function isForPrograms({ may, programs, proof }: Endpoint): boolean {
  const isForPeople = may === 'signed-in' || may === 'half-signed-in' || may === 'administrator';
  return isForPeople ? programs === true : proof !== true;
}
