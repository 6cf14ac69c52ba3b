/** The formats of own data, and how HTTP calls them. */
export const dataFormats = {
  ndjson: ['application/x-ndjson', 'application/ndjson', 'application/jsonl'],
  json: ['application/json'],
  yaml: ['application/yaml', 'application/x-yaml', 'text/yaml'],
} as const;

/** One of the formats of own data. */
export type DataFormat = keyof typeof dataFormats;

export const isDataFormat = (name: string): name is DataFormat => Object.hasOwn(dataFormats, name);
