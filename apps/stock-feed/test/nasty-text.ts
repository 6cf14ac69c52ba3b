import fc from 'fast-check';

/** Texts of what breaks careless writers. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      '"',
      ',',
      ';',
      '\n',
      '\r',
      '\r\n',
      '\u2028',
      'é',
      'Ж',
      '🧦',
      ' ',
      'A',
      '0',
      "'",
      '\t',
      '=1+1',
      '\\',
    ),
    { maxLength: 8, size: 'max' },
  )
  .map((parts) => parts.join(''));
