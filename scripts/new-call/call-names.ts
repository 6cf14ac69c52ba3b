/** What is named after a call: `saveVatRate` saves a `vatRate`, which is in the table `vatRates`. */
export interface CallNames {
  /** Its file: `save-vat-rate`. */
  readonly file: string;
  /** Whether it reads, saves or deletes the records of one table, as far as the name says so. */
  readonly verb: 'get' | 'save' | 'delete' | undefined;
  /** The record and the table, in camel case. */
  readonly record: string;
  readonly table: string;
}

/** @throws Error in one sentence when the name is not one that Erply could have given. */
export function callNames(name: string): CallNames {
  const [, verb = '', entity] = /^([a-z]+|POS)([A-Z][A-Za-z0-9]*)$/.exec(name) ?? [];
  if (entity === undefined) {
    throw new Error(`"${name}" is not a call: write the name as Erply does, like getProducts`);
  }
  const plain = camelCase(entity);
  const record = singular(plain);
  return {
    file: kebabCase(name),
    verb: verb === 'get' || verb === 'save' || verb === 'delete' ? verb : undefined,
    record,
    table: plain === record ? plural(plain) : plain,
  };
}

/** `getVATRates` as its file is named: `get-vat-rates`. */
export function kebabCase(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

const camelCase = (entity: string) =>
  kebabCase(entity).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const plural = (word: string) => (/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`);

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
