/** How a field for a code of an authenticator app behaves: digits on phones, and filled in where the browser can. */
export const codeInput = {
  inputMode: 'numeric',
  autoComplete: 'one-time-code',
  autoCapitalize: 'none',
  spellCheck: false,
  maxLength: 12,
} as const;
