import { type SaxesAttributeNS, type SaxesAttributePlain, SaxesParser } from 'saxes';
import { Refused } from '../../act/refused.ts';

type Attributes = Record<string, string | SaxesAttributePlain | SaxesAttributeNS>;

export type XmlHandlers = {
  open(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
};

/**
 * Walks through XML as it comes in; names are without their prefix. No entities of the document's own are known, so
 * none can be blown up. After each piece it hands over, so that the caller can take out what is whole.
 */
export async function* walkXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8');
  parser.on('error', () => {
    throw new Refused('imports.unreadable');
  });
  parser.on('opentag', ({ name, attributes }) => {
    handlers.open(plain(name), (wanted) => read(attributes as Attributes, wanted));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => handlers.close?.(plain(name)));
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

function plain(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function read(attributes: Attributes, wanted: string): string | undefined {
  const value = attributes[wanted];
  return typeof value === 'string' ? value : value?.value;
}
