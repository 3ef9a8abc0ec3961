import type { FastifyRequest } from 'fastify';
import { Refused } from '../act/refused.ts';

const deepest = 40;

/**
 * Reads a JSON body; an empty one is no input. Refuses what only attackers send: keys that could reach an object's
 * prototype, nesting deeper than any shape of ours, and the character that PostgreSQL cannot store.
 */
export async function readJson(_request: FastifyRequest, body: string): Promise<unknown> {
  if (body.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    if (isHostile(value, 0)) throw new Refused('request.invalid');
    return value;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('request.invalid');
  }
}

function isHostile(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return false;
  if (depth > deepest || Object.hasOwn(value, '__proto__') || Object.hasOwn(value, 'constructor'))
    return true;
  return Object.values(value).some((inner) => isHostile(inner, depth + 1));
}
