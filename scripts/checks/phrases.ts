/** A phrase that a reader stumbles over, and what to write instead. */
interface Phrase {
  readonly pattern: RegExp;
  readonly instead: string;
}

const phrases: readonly Phrase[] = [
  { pattern: /\b(hangs?|hung) on\b/i, instead: 'depends on' },
  { pattern: /\bforetold\b/i, instead: 'predictable' },
  { pattern: /\b(tells?|told) of\b/i, instead: 'reports' },
  { pattern: /\b(has|have|had) not (a|an|any|the|its|their)\b/i, instead: 'does not have' },
  { pattern: /(?<!\bthere )\bis no (?!longer|more|less|different|doubt)\w/i, instead: 'is not a' },
  { pattern: /(?<!\bthere )\bare no (?!longer|more|less|different|doubt)\w/i, instead: 'are not' },
  { pattern: /(?<!\bthere )\b(was|were) no (?!longer|more|less|different|doubt)\w/i, instead: 'was not a' },
  { pattern: /(?<!\bthere )\b(is|are|was|were) none\b(?! of\b)/i, instead: 'is not one' },
  { pattern: /\bso no longer\b/i, instead: 'that has changed' },
  { pattern: /\bfor want of\b/i, instead: 'because … is missing' },
  {
    pattern: /\b(interface|type) Told\b|\b(const|let) told\b|\.\.\.told\b/,
    instead: 'a noun, such as examples',
  },
  {
    pattern: /\b(whereof|thereof|therein|wherein|whereby|whence|hither|thither|lest|forthwith|nought)\b/i,
    instead: 'of which, of it, in it, by which, from where, here, there, so that … not, at once, nothing',
  },
  { pattern: /\bshall\b/i, instead: 'must, is to, should' },
];

/** The phrases of a text that plain English would put otherwise, as `line: "phrase": write …`. */
export function stiltedPhrases(text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    phrases.flatMap(({ pattern, instead }) => {
      const [found] = pattern.exec(line) ?? [];
      return found === undefined ? [] : [`${index + 1}: "${found}…": write ${instead}`];
    }),
  );
}
