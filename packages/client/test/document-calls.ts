import * as z from 'zod';

import { type AnyCall, defineCall, defineRecord } from '@erply-kit/schemas';

/* Calls of no server's, to try what a definition says of repeats without any that Erply has. */

const codec = (name: 'integer' | 'text') => (name === 'integer' ? z.number() : z.string());
