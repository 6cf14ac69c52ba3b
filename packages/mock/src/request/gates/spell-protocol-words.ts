import { meantWord, protocolWords } from '@erply-kit/schemas';

import { type Parameters, textOf } from '../../wire/parameters.ts';

const lists: readonly (readonly [name: string, words: readonly string[]])[] = Object.entries(protocolWords);

/** What there is to say of a word that was sent in another case. */
export const spellingNote = (name: string, sent: string | undefined, word: string) =>
  `${name} "${sent}" was read as ${word}, which is how Erply's pages spell it`;

/** The parameters with the words of the protocol spelled as Erply's pages do, in whatever case they were sent. */
export function spellProtocolWords(parameters: Parameters, notes: string[]): Parameters {
  let spelled: Map<string, Parameters extends ReadonlyMap<string, infer TValue> ? TValue : never> | undefined;
  for (const [name, words] of lists) {
    const sent = textOf(parameters, name);
    const word = sent === undefined ? undefined : meantWord(words, sent);
    if (word === undefined || word === sent) continue;
    spelled ??= new Map(parameters);
    spelled.set(name, word);
    notes.push(spellingNote(name, sent, word));
  }
  return spelled ?? parameters;
}
