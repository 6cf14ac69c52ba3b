import { expect, test } from 'vitest';

import { stiltedPhrases } from './phrases.ts';

test.each([
  ['The key hangs on the seed.', 'hangs on'],
  ['An entry tells of each change.', 'tells of'],
  ['What is no number is refused.', 'is no n'],
  ['Files are no parameters.', 'are no p'],
  ['The account has not the module.', 'has not the'],
  ['Both have not the right.', 'have not the'],
  ['The answers were no pages.', 'were no p'],
  ['a database that is none', 'is none'],
  ['It is so no longer.', 'so no longer'],
  ['for want of a place', 'for want of'],
  ['interface Told {', 'interface Told'],
  ['Add it, lest it fail.', 'lest'],
  ['It shall not wait.', 'shall'],
])('%s is put otherwise', (line, phrase) => {
  expect(stiltedPhrases(`A line before.\n${line}`)).toEqual([
    expect.stringMatching(new RegExp(`^2: "${phrase}…": write `)),
  ]);
});

test.each([
  'There is no row 7, and there are no columns.',
  'It is no longer there, which is no different.',
  'The file has not ended; it has not been read.',
  'Nobody has told us. Some time has passed.',
  'Where there is none, this is none of them.',
  'The oldest and the latest; a test.',
])('%s is plain', (line) => expect(stiltedPhrases(line)).toEqual([]));
