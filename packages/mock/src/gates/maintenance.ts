import { accountOf, type Gate } from './passage.ts';

/** 1000: switched on per account through the control API. */
export const maintenance: Gate = (passage) => (accountOf(passage).maintenance ? { code: 1000 } : undefined);
