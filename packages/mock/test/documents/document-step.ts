import fc from 'fast-check';

/** What happens next, with more weight for what is done more often. */
const kinds = [
  ...['sale', 'sale', 'sale', 'order', 'order', 'purchase', 'purchase', 'purchaseOrder', 'purchaseReturn'],
  ...['registration', 'writeOff', 'transfer', 'transferOrder'],
  ...['followUp', 'followUp', 'receipt', 'creditInvoice', 'creditInvoice'],
  ...['edit', 'edit', 'edit', 'remove', 'remove', 'pay', 'pay', 'deposit', 'removePayment'],
  ...['refused', 'repeat', 'repeat', 'wait'],
] as const;
export type StepKind = (typeof kinds)[number];

/** Kinds that do not depend on what the requests before them made, so that several fit into one bulk request. */
const bulkKinds = ['sale', 'payCurrent', 'payCurrent', 'refused', 'writeOff', 'purchase', 'order'] as const;

export interface StepRow {
  /** Which of the shop's products; the number after the last one is a text. */
  readonly product: number;
  readonly amount: number;
  readonly cents: number;
  readonly discount: number;
  readonly rate: number;
}

/** Numbers that mean something else to each kind: fast-check makes them, and makes them smaller. */
export interface Step {
  readonly kind: StepKind | 'payCurrent';
  readonly rows: readonly StepRow[];
  /** Which type, or what is changed. */
  readonly what: number;
  /** Which of the documents that there are, from the newest on. */
  readonly which: number;
  readonly warehouse: number;
  readonly party: number;
  readonly day: number;
  readonly isDraft: boolean;
  readonly isFlagged: boolean;
}

/** One request, or some that go in one bulk request. */
export type Turn = readonly Step[];

const row: fc.Arbitrary<StepRow> = fc.record({
  product: fc.noBias(fc.nat(5)),
  amount: fc.noBias(fc.integer({ min: 1, max: 9 })),
  cents: fc.noBias(fc.nat(2999)),
  discount: fc.constantFrom(0, 0, 0, 10, 33),
  rate: fc.constantFrom(1, 4, 5),
});

const stepOf = (chosen: readonly Step['kind'][]): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constantFrom(...chosen),
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
    what: fc.noBias(fc.nat(11)),
    which: fc.noBias(fc.nat(7)),
    warehouse: fc.nat(1),
    party: fc.nat(1),
    day: fc.noBias(fc.nat(3)),
    isDraft: fc.constantFrom(false, false, false, true),
    isFlagged: fc.boolean(),
  });

const single = stepOf(kinds).map((step): Turn => [step]);
const bulk: fc.Arbitrary<Turn> = fc.array(stepOf(bulkKinds), { minLength: 2, maxLength: 4 });

const turn = fc.oneof({ weight: 9, arbitrary: single }, { weight: 1, arbitrary: bulk });

export interface Sequence {
  readonly orderReserves: 'always' | 'flag';
  readonly turns: readonly Turn[];
}

/** Everything that one sequence does. */
export const sequences: fc.Arbitrary<Sequence> = fc.record({
  orderReserves: fc.constantFrom('always', 'flag'),
  turns: fc.array(turn, { minLength: 1, maxLength: 12, size: 'max' }),
});
