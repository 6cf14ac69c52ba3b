import type { InputRule } from '../define-call.ts';
import { text } from '../wire/text.ts';

/** Where the content of a picture or file is stored when it is not sent. */
export const hostingInputs = () => ({
  /** Name of the file that is sent; made up when left out. */
  filename: text.optional(),
  /** Address of content that is stored elsewhere, with http:// or https:// (1015); for Erply's own use. */
  url: text.optional(),
  /** Code name of the provider that stores it, letters and digits (1015); goes with `url`. */
  hostingProvider: text.optional(),
});

/** Content is sent, or stored elsewhere. */
export const hostingRules = (content: string): readonly InputRule[] => [
  { kind: 'notTogether', inputs: [content, 'hostingProvider'] },
  { kind: 'notTogether', inputs: [content, 'url'] },
];
