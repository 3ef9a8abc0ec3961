import type { FastifyInstance } from 'fastify';

/** The description of the API: OpenAPI 3.1 and a page to read it on. */
export function addDescription(_app: FastifyInstance): void {}
