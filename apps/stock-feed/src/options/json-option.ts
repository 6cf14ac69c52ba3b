/** Reports for machines. */
export const jsonOption = { json: { type: 'boolean', default: false } } as const;

export const jsonHelp = `\
  --json                 print the report as one JSON object
`;
