import type { MailKind } from '../../contract/mail.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Language } from '../../contract/shapes.ts';
import { isTextKey, type TextValues, translate } from '../../contract/texts.ts';
import { publicAddress } from '../settings/public-address.ts';
import { layOutMail, type MailParts } from './lay-out-mail.ts';
import type { MailValues } from './mail-values.ts';
import { kindsWithLink, pages } from './mail-values.ts';
import { cleanName, cleanValue, linkMark, untilMark } from './marks.ts';

export type MailToRender = {
  [K in MailKind]: {
    kind: K;
    /** How the receiver is called; null when unknown. */
    name: string | null;
    to: string;
    language: Language;
    values: MailValues[K];
  };
}[MailKind];

type Rendered = { subject: string; text: string; html: string };

/** The mail in words, as text and as HTML of the same content; marks stand where the link and its end come. */
export function renderMail(mail: MailToRender, settings: Settings): Rendered {
  const words = wordsFor(mail, settings);
  const say = (name: string) => sayIfThere(mail.language, `mails.${mail.kind}.${name}`, words);
  const common = (name: string) => sayIfThere(mail.language, `mails.${name}`, words) ?? '';
  const page = pages[mail.kind];
  const parts: MailParts = {
    title: say('title') ?? '',
    greeting: common('greeting'),
    paragraphs:
      mail.kind === 'group-message'
        ? mail.values.message.split(/\n+/).map(cleanValue).filter(Boolean)
        : [say('about'), say('next')].filter((part) => part !== undefined),
    link:
      page || kindsWithLink.includes(mail.kind)
        ? {
            address: page ? publicAddress() + page : linkMark,
            button: say('button') ?? '',
            words: common('link-in-words'),
            until: page ? null : common('until'),
          }
        : null,
    after: say('not-you') ?? '',
    footer: common('footer'),
  };
  return {
    subject: cleanValue(say('subject') ?? ''),
    text: textOf(parts),
    html: layOutMail(parts, {
      language: mail.language,
      colour: settings.colour,
      name: cleanName(settings.organisationName),
    }),
  };
}

function wordsFor({ name, to, values }: MailToRender, settings: Settings): TextValues {
  const { by, firstName, ...more }: MailValues[MailKind] = values;
  const called = firstName ?? name;
  return {
    until: untilMark,
    delayed: 'no',
    byStranger: 'no',
    belongsTo: '',
    ...Object.fromEntries(Object.entries(more).map(([key, value]) => [key, wordFor(value)])),
    email: cleanValue(to),
    organisation: cleanName(settings.organisationName),
    support: cleanValue(settings.supportEmail ?? ''),
    hasSupport: yesOrNo(settings.supportEmail),
    name: cleanName(called ?? ''),
    hasName: yesOrNo(called),
    by: cleanName(by ?? ''),
    hasBy: yesOrNo(by),
    hasBelongsTo: yesOrNo('belongsTo' in more && more.belongsTo),
  };
}

function wordFor(value: string | boolean | undefined): string {
  return typeof value === 'string' ? cleanValue(value) : yesOrNo(value);
}

function yesOrNo(value: unknown): 'yes' | 'no' {
  return value ? 'yes' : 'no';
}

function sayIfThere(language: Language, key: string, words: TextValues): string | undefined {
  return isTextKey(key) ? translate(language, key, words) : undefined;
}

function textOf({ greeting, paragraphs, link, after, footer }: MailParts): string {
  const linked = link
    ? [`${link.button}:\n${link.address}`, ...(link.until === null ? [] : [link.until])]
    : [];
  return `${[greeting, ...paragraphs, ...linked, after, `-- \n${footer}`].join('\n\n')}\n`;
}
