import { Secret, TOTP } from 'otpauth';
import { cleanName } from '../../contract/names.ts';

/** What authenticator apps understand without asking (RFC 6238): SHA-1, six digits, steps of 30 seconds. */
const period = 30;

/** A new secret of 160 bits, as RFC 4226 recommends. */
export function newAppSecret(): Buffer {
  return Buffer.from(new Secret({ size: 20 }).bytes);
}

/** The secret as people type it into an app, and the address that a QR code holds. */
export function describeSecret(
  secret: Uint8Array,
  issuer: string,
  label: string,
): { secret: string; address: string } {
  const kept = new Secret({ buffer: Uint8Array.from(secret).buffer });
  // A colon would end the issuer's name early in some apps.
  const name = cleanName(issuer.replaceAll(':', ' '));
  const totp = new TOTP({ issuer: name, label, secret: kept, algorithm: 'SHA1', digits: 6, period });
  return { secret: kept.base32, address: totp.toString() };
}

/**
 * The step whose code this is: that of now, the one before or the one after, because clocks differ and typing takes
 * time. Null for any other code.
 */
export function findStep(
  secret: Uint8Array,
  code: string,
  now: Temporal.Instant = Temporal.Now.instant(),
): number | null {
  const token = code.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.epochMilliseconds;
  const kept = new Secret({ buffer: Uint8Array.from(secret).buffer });
  const delta = TOTP.validate({
    token,
    secret: kept,
    algorithm: 'SHA1',
    digits: 6,
    period,
    timestamp,
    window: 1,
  });
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
}
