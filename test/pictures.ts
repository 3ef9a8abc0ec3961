import type { Sharp } from 'sharp';
import { loadSharp } from '../server/photos/load-sharp.ts';
import type { Answer, Client } from './client.ts';
import { formWith } from './upload.ts';

type Colour = { r: number; g: number; b: number };
const blue: Colour = { r: 20, g: 60, b: 200 };

/** A picture in one colour, to be made into a file of any kind. */
export async function aPicture(width = 60, height = 40, background = blue): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp({ create: { width, height, channels: 3, background } });
}

/** Sends a file as somebody's photo; a test names the shape that it expects where that is a refusal. */
export function sendPhoto<Body = { photo: string }>(
  client: Client,
  path: string,
  file: Buffer | string,
  name = 'foto.jpg',
): Promise<Answer<Body>> {
  const { body, headers } = formWith(file, {}, name);
  return client.send<Body>('PUT', `/api/v1${path}`, body, headers);
}

/** A photo as a browser gets it, in bytes. */
export async function fetchPhoto(base: string, { jar }: Client, id: string, query = '') {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${base}/api/v1/people/${id}/photo${query}`, { headers: { cookie } });
  return { status: answer.status, content: Buffer.from(await answer.arrayBuffer()) };
}
