import { type Endpoint, inputInQuery, pathNames, sessionSteps } from '../../../contract/endpoint.ts';
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

function refusalsOfMay({ may, during = [] }: Endpoint): RefusalCode[] {
  if (may === 'anyone') return [];
  const first = sessionSteps
    .filter((step) => !during.includes(step))
    .map((step) => `session.${step}-first` as const);
  const open = may === 'signed-in' || may === 'half-signed-in';
  return ['session.required', ...first, ...(open ? [] : (['session.not-allowed'] as const))];
}
