import { quoted } from '../wire/unknown-name.ts';

const plainName = /^\w{1,64}$/;

/** A place in a record, as `rows[0].vatrateID`. Its steps may be names from outside. */
export const shownPlace = ([field, ...path]: readonly PropertyKey[]): string =>
  path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step}]`;
    const name = String(step);
    return plainName.test(name) ? `${place}.${name}` : `${place}[${quoted(name)}]`;
  }, String(field));
