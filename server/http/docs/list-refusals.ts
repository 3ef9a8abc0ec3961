import { type Endpoint, inputInQuery, pathNames } from '../../../contract/endpoint.ts';
import { type RefusalCode, refusals } from '../../../contract/refusals.ts';

/** Every way in which a call can be refused: its own, and those that follow from who may make it and what it takes. */
export function listRefusals(call: Endpoint): RefusalCode[] {
  const own = [...call.refusals];
  const unknown: RefusalCode[] =
    pathNames(call.path).length > 0 && !own.some((code) => code.endsWith('.not-found'))
      ? ['request.not-found']
      : [];
  const all: RefusalCode[] = [
    ...own,
    ...unknown,
    'request.invalid',
    ...(inputInQuery(call.method) ? [] : (['request.media-type', 'request.too-large'] as const)),
    ...(call.method === 'GET' ? [] : (['request.foreign-origin'] as const)),
    ...(call.versioned && call.method !== 'GET' && !call.status ? (['request.stale'] as const) : []),
    ...refusalsOfMay(call),
    'server.failed',
    'server.unavailable',
  ];
  return [...new Set(all)].sort((a, b) => refusals[a] - refusals[b]);
}

function refusalsOfMay({ may }: Endpoint): RefusalCode[] {
  if (may === 'anyone') return [];
  if (may === 'half-signed-in') return ['session.required'];
  if (may === 'signed-in') return ['session.required', 'session.change-password-first'];
  return ['session.required', 'session.change-password-first', 'session.not-allowed'];
}
