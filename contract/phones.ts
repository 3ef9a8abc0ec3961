import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * True for a number that can exist: with `+` and country code, or as dialled within `country` (ISO 3166, two
 * letters). Numbers are kept as typed; this only checks. Its metadata is large: load this file when it is needed.
 */
export function isPhone(text: string, country = 'NL'): boolean {
  const trimmed = text.trim();
  if (trimmed.length > 40) return false;
  const defaultCountry: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  return parsePhoneNumberFromString(trimmed, { defaultCountry, extract: false })?.isValid() ?? false;
}
