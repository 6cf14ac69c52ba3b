import type { ErplyClient } from '@erply-kit/client';
import type { SinkUnderTest } from '@erply-kit/sync/testing';

// What a fragment may use without making it. Nothing runs this file: the compiler reads it beside the examples.

/** A client of some account. */
export declare const client: ErplyClient;

/** Opens the reader's own sink. */
export declare function openMySink(): Promise<SinkUnderTest<unknown>>;

/** Of the reader's test runner. */
export declare function test(name: string, run: () => Promise<void>): void;
