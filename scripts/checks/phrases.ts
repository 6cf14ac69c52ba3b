/** A phrase that a reader stumbles over, and what to write in its place. */
interface Phrase {
  readonly pattern: RegExp;
  readonly instead: string;
}

const phrases: readonly Phrase[] = [
  { pattern: /\b(hangs?|hung) on\b/i, instead: 'depends on' },
  { pattern: /\bforetold\b/i, instead: 'predictable' },
  { pattern: /\b(tells?|told) of\b/i, instead: 'reports' },
  { pattern: /\bhas not (a|an|any|the|its)\b/i, instead: 'does not have' },
  { pattern: /(?<!\bthere )\bis no (?!longer|more|less|different|doubt)\w/i, instead: 'is not a' },
  { pattern: /(?<!\bthere )\bare no (?!longer|more|less|different|doubt)\w/i, instead: 'are not' },
  {
    pattern: /\b(whereof|thereof|therein|hither|thither)\b/i,
    instead: 'of which, of it, in it, here, there',
  },
  { pattern: /\bshall\b/i, instead: 'must, is to, should' },
];

/** The places of a text that plain English would put otherwise, as `line: "phrase": write …`. */
export function stiltedPhrases(text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    phrases.flatMap(({ pattern, instead }) => {
      const [found] = pattern.exec(line) ?? [];
      return found === undefined ? [] : [`${index + 1}: "${found}…": write ${instead}`];
    }),
  );
}
