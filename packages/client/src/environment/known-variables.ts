import { closest } from '@erply-kit/schemas';

/** Every variable that `readEnvironment` reads. */
export const knownVariables = [
  'ERPLY_CLIENT_CODE',
  'ERPLY_USERNAME',
  'ERPLY_PASSWORD',
  'ERPLY_PASSWORD_FILE',
  'ERPLY_API_URL',
  'ERPLY_ALLOW_INSECURE',
  'ERPLY_ALLOW_LINK_HOSTS',
] as const;

export type KnownVariable = (typeof knownVariables)[number];

/** Variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Variables that are probably misspelt ones of ours, a part of a sentence each. A program may have variables of its own
 * that begin with `ERPLY_`, so only those are named that come near to one that is not set.
 */
export function findMisspelt(variables: Variables): string[] {
  const unset = knownVariables.filter((name) => !variables[name]);
  return Object.keys(variables)
    .filter((name) => /^ERPLY_(?!MOCK_)/i.test(name) && !isKnown(name))
    .flatMap((name) => {
      const meant = closest(name, unset) ?? unset.find((known) => isShortFor(name, known));
      return meant === undefined ? [] : [suggest(name, meant)];
    });
}

/** The same for other names: more than one mistake would take in the variables of other programs. */
export function findAlmost(variables: Variables, wanted: readonly string[]): string[] {
  const unset = wanted.filter((name) => !variables[name]);
  return Object.keys(variables)
    .filter((name) => !wanted.includes(name))
    .flatMap((name) => {
      const meant = closest(name, unset, 1);
      return meant === undefined ? [] : [suggest(name, meant)];
    });
}

const isKnown = (name: string) => (knownVariables as readonly string[]).includes(name);

/** Each word of the one begins a word of the other: `ERPLY_URL`, `ERPLY_USER`, `ERPLY_CODE`. */
function isShortFor(name: string, known: string): boolean {
  const words = known.split('_');
  return name
    .toUpperCase()
    .split('_')
    .every((part) => part !== '' && words.some((word) => word.startsWith(part)));
}

/** Without what a file may hold that is not what it should be. */
function suggest(name: string, meant: string): string {
  return `there is no variable ${name.replace(/[^\w.-]/g, '?').slice(0, 64)}, did you mean ${meant}?`;
}
