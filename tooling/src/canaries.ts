/**
 * Made-up values that tests feed in everywhere: a secret, and a person of the fixtures. They may come out in answers, and
 * in nothing that somebody keeps or prints.
 */
export const canaries = {
  secret: 'CANARY-SECRET-7f3a',
  firstName: 'Canary',
  lastName: 'Quillfeather-Test',
  email: 'canary-person@example.test',
  /** From the numbers that are kept for fiction. */
  phone: '+1 202 555 0142',
  birthday: '1932-02-29',
} as const;

/** How each of them looks, also in the encodings of URLs and in other spellings of numbers and days. */
const forms: Readonly<Record<string, RegExp>> = {
  secret: /CANARY-SECRET/i,
  name: /Quillfeather/i,
  // Not the name of the file that declares the person.
  'e-mail address': /canary-person(?:%40|[\W_]+example)/i,
  'phone number': /202(?:%20|\D){0,3}555(?:%20|\D){0,3}0142/,
  birthday: /1932\D02\D29|29\D02\D1932|02\D29\D1932/,
};

/** The kinds of canaries in a text, never the canaries themselves: what names them is printed. */
export const findCanaries = (text: string): string[] =>
  Object.entries(forms).flatMap(([kind, form]) => (form.test(text) ? [kind] : []));

/** @throws Error when a text that somebody may keep or print has a canary in it; it says which kind, and where. */
export function refuseCanaries(where: string, text: string): void {
  const found = findCanaries(text);
  if (found.length > 0) throw new Error(`${where} has the canary's ${found.join(', ')}`);
}
