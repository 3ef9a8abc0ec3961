import { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import { plainObject } from '../server/http/docs/plain-shape.ts';

/** Where an id stands in the input of a call: `id`, `users[]`, `organisations[].id`. */
export type Place = string;

type Schema = {
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

/** Every place of an id in the input of a call, read from its shape: a new one is found without being told of. */
export function idPlaces(call: Endpoint): Place[] {
  const schema = z.toJSONSchema(plainObject(call.input), { io: 'input', unrepresentable: 'any' }) as Schema;
  return [...new Set(placesIn(schema, ''))];
}

function placesIn(schema: Schema, place: Place): Place[] {
  if (schema.format === 'uuid') return [place];
  const inside = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((one) =>
    placesIn(one, place),
  );
  const items = schema.items ? placesIn(schema.items, `${place}[]`) : [];
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    placesIn(one, place === '' ? name : `${place}.${name}`),
  );
  return [...inside, ...items, ...named];
}

/** The input with an id put at a place; objects on the way there also get `beside`. */
export function putAt(input: object, place: Place, id: string, beside: object = {}): object {
  const [, name = '', list, rest] = /^([^[.]+)(\[\])?\.?(.*)$/.exec(place) ?? [];
  const inner = rest ? putAt(beside, rest, id) : id;
  return { ...input, [name]: list ? [inner] : inner };
}
