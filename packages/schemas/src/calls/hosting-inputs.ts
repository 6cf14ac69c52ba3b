import type { InputRule } from '../define-call.ts';
import { text } from '../wire/text.ts';

/** Where the content of a picture or file lies, when it is not sent. */
export const hostingInputs = () => ({
  /** Name of the file that is sent; made up when left out. */
  filename: text.optional(),
  /** Address of content that lies elsewhere, with http:// or https:// (1015); for Erply's own use. */
  url: text.optional(),
  /** Code name of the place where it lies, letters and digits (1015); goes with `url`. */
  hostingProvider: text.optional(),
});

/** Content is sent, or lies elsewhere. */
export const hostingRules = (content: string): readonly InputRule[] => [
  { kind: 'notTogether', inputs: [content, 'hostingProvider'] },
  { kind: 'notTogether', inputs: [content, 'url'] },
];
