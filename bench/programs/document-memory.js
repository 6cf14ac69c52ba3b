// Fills a shop with sales documents that were saved, or a plain Map with the same records, and prints one line of JSON:
// the bytes that they take once all that nobody holds has been collected. Takes `fake` or `map`, and how many.
// Needs --expose-gc.
import { createMock } from '@erply-kit/mock';

const [what, countText] = process.argv.slice(2);
const count = Number(countText);

const documentOf = (number) => ({
  ...{ type: 'CASHINVOICE', confirmed: 1, date: '2026-05-01', time: '10:00:00', warehouseID: 1, clientID: 1 },
  ...{ number: String(200_000 + number), invoiceState: 'READY', netTotal: 20, vatTotal: 4.8, total: 24.8 },
  inventoryTransactionDate: '2026-05-01',
  rows: [1, 2].map((row) => ({
    ...{
      productID: 1 + ((number * 7919 + row * 101) % 100_000),
      amount: 1,
      price: 10,
      discount: 0,
      vatrateID: 1,
    },
    ...{ finalNetPrice: 10, finalPriceWithVAT: 12.4, rowNetTotal: 10, rowVAT: 2.4, rowTotal: 12.4 },
    ...{ rowID: number * 2 + row, stableRowID: number * 2 + row },
  })),
});

function bytesNow() {
  for (let round = 0; round < 3; round += 1) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function fillMap() {
  const map = new Map();
  return { add: (number) => map.set(number, documentOf(number)), held: map };
}

/** The first document is written before counting begins, so that what the shop itself takes is not counted. */
function fillFake() {
  const mock = createMock({ products: 100_000, quota: 1e9, maxAccountMegabytes: 64_000 });
  const data = mock.account('100001').data('salesDocuments');
  return { add: (number) => data.insert(documentOf(number)), held: mock };
}

const { add, held } = what === 'map' ? fillMap() : fillFake();
add(0);
const before = bytesNow();
for (let number = 1; number <= count; number += 1) add(number);
const bytes = bytesNow() - before;
process.stdout.write(`${JSON.stringify({ bytes, isHeld: held !== undefined })}\n`);
