import type { FastifyRequest } from 'fastify';
import { type Language, languages } from '../../contract/shapes.ts';

/** The language that a request asks for (RFC 9110 §12.5.4), the best one first; null when it names none of ours. */
export function requestLanguage(request: FastifyRequest): Language | null {
  const wishes = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((wish) => {
      const [range = '', ...parameters] = wish.trim().split(';');
      const quality = /q=([\d.]+)/.exec(parameters.join(';'))?.[1];
      return {
        language: range.slice(0, 2).toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return languages.find((language) => wishes[0]?.language === language) ?? secondBest(wishes);
}

function secondBest(wishes: { language: string }[]): Language | null {
  for (const { language } of wishes) {
    const ours = languages.find((known) => known === language);
    if (ours) return ours;
  }
  return null;
}
