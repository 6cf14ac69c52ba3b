import type { Fact } from '../fact.ts';

/** Pages, changes, deletions and files. */
export const records: readonly Fact[] = [
  {
    behaviour: 'A page has 20 records; getProducts gives at most 1000, or 100 with stock.',
    evidence: 'documented',
    option: '--set getProductsMax',
    test: [
      'products',
      'cuts a page that is too long, and takes nonsense for the first page, unless it is set to refuse',
    ],
  },
  {
    behaviour: 'Of products with stock, one live account gave 200 on a page.',
    evidence: 'observed',
    option: '--set getProductsMaxWithStock',
    test: ['products', 'gives 100 products with stock, or 200 as one live account did'],
  },
  {
    behaviour: 'A page that is too long is cut to the maximum.',
    evidence: 'inferred',
    option: '--set pageTooLarge',
    test: [
      'products',
      'cuts a page that is too long, and takes nonsense for the first page, unless it is set to refuse',
    ],
  },
  {
    behaviour: 'A page number or size of 0, below 0 or no number means the first page of 20.',
    evidence: 'observed',
    option: '--set pageNonsense',
    test: [
      'products',
      'cuts a page that is too long, and takes nonsense for the first page, unless it is set to refuse',
    ],
  },
  {
    behaviour:
      'A page past the end is empty, with the true recordsTotal; recordOffset counts from 0 and wins over pageNo.',
    evidence: 'documented',
    test: ['products', 'pages without gap or overlap, by page and by offset, and ends with an empty page'],
  },
  {
    behaviour: 'getProducts gives the last changed first, and never changed ones last.',
    evidence: 'documented',
    test: ['products', 'answers 20 records, the last changed first and never changed ones last'],
  },
  {
    behaviour:
      '`changedSince` finds what was added or changed since, its own second included; stock does not count.',
    evidence: 'documented',
    option: '--set changedSinceInclusive',
    test: ['products', 'finds what was added or changed since a time, and not what only moved in stock'],
  },
  {
    behaviour: 'getProductStock leaves out zero quantities unless `changedSince` asks for what has moved.',
    evidence: 'documented',
    test: ['stock', 'leaves out zero quantities unless it is asked what has moved'],
  },
  {
    behaviour:
      'A deletion is in the operations log, oldest first; a product with transactions is refused with 1063.',
    evidence: 'documented',
    test: ['writes', 'delete a product without transactions, log it, and refuse one that has them'],
  },
  {
    behaviour: 'A save touches only what it names, and moves lastModified.',
    evidence: 'documented',
    test: ['writes', 'change only what is named'],
  },
  {
    behaviour:
      'getProductStock answers a link to a file with `responseType=CSV`: commas, every cell quoted, latin1.',
    evidence: 'documented',
    option: '--set reportLatin1Substitute',
    test: ['stock', 'answers the same rows as JSON and as a CSV file with every cell quoted'],
  },
  {
    behaviour: 'A link to a file works for an hour, any number of times.',
    evidence: 'inferred',
    option: '--set reportLinkSeconds',
    test: ['stock', 'keeps a report link for an hour, and for one reading where asked'],
  },
  {
    behaviour: 'A link to a file can be made to work once only.',
    evidence: 'inferred',
    option: '--set reportLinkOnce',
    test: ['stock', 'keeps a report link for an hour, and for one reading where asked'],
  },
  {
    behaviour: 'CSV of other calls is refused with 1007.',
    evidence: 'inferred',
    test: ['stock', 'refuses CSV for calls that have none'],
  },
  {
    behaviour: '`discountPercent` of a price list rule has the decimals that it was saved with.',
    evidence: 'documented',
    test: [
      'price-list-rules',
      'has discounts as they were sent, or in whole percents as one live account did, in its rules and in prices',
    ],
  },
  {
    behaviour: 'One live account kept `discountPercent` of a price list rule in whole percents.',
    evidence: 'observed',
    option: '--set discountPercentDecimals',
    test: [
      'price-list-rules',
      'has discounts as they were sent, or in whole percents as one live account did, in its rules and in prices',
    ],
  },
  {
    behaviour:
      '`getPricesWithVAT=1` of getPriceLists adds `priceWithVat` to the rules that have a price; a client reads it there.',
    evidence: 'observed',
    test: [
      'price-list-rules',
      'adds gross prices to rules that have a price, by the tax of the product or of its group at the location',
    ],
  },
  {
    behaviour:
      'That `priceWithVat` is a number of two decimals, with the tax that the group has at the location, else with that of the product.',
    evidence: 'inferred',
    test: [
      'price-list-rules',
      'adds gross prices to rules that have a price, by the tax of the product or of its group at the location',
    ],
  },
  {
    behaviour: 'getServiceEndpoints lists only what is served, which is the entry of the account itself.',
    evidence: 'observed',
    test: [
      'service-endpoints',
      'lists no REST service while none is served: the entry of the account itself has no address',
    ],
  },
];
