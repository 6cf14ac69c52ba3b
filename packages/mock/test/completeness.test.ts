import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import { type AnyCall, calls, languages, recordOf, status, wireOf } from '@erply-kit/schemas';

import { frozenMock, loggedIn } from './ask.ts';
import { exampleFields, fullFields, savesBefore } from './example-fields.ts';

const attributes = [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }];
const image = { pictureID: 1, thumbURL: 'u', smallURL: 'u', largeURL: 'u' };

/** The first customer of a shop: lower IDs are those of suppliers. */
const firstCustomer = 1001;

/** Data that no shop begins with, for fields that are absent without it. */
const additions: Readonly<Record<string, Record<string, unknown>>> = {
  addresses: { attributes },
  customerGroups: { attributes },
  campaigns: { attributes },
  suppliers: { attributes },
  users: { ...calls.switchUser.example },
  warehouses: {
    attributes,
    stateGroup: 'North',
    storeRegionID: 1,
    assortmentID: 1,
    onlineAppointmentsEnabled: 1,
  },
  productCategories: { attributes },
  vatRates: {
    attributes,
    ZIPCode: '10001',
    category: 'Food',
    state: 'S',
    county: 'C',
    city: 'T',
    components: [{ componentID: 1, type: 'STATE', name: 'S', rate: 4.5 }],
  },
  confParameters: {
    default_client_idDat: firstCustomer,
    additionalModules: [{ name: 'm', enabled: 1 }],
    // Tax offices are those of Greece.
    country: 'GR',
    enable_waybill_customers: 1,
    positive_stock_required: 0,
    langs: languages.join(),
  },
  assortments: { attributes },
  cashIns: { attributes },
  dayClosings: { attributes },
  employees: { attributes },
  pointsOfSale: { attributes },
  userGroups: { attributes },
  productGroups: { attributes, images: [image], vatrates: [{ warehouseID: 1, vatrateID: 2 }] },
  priceLists: { attributes },
  payments: {
    ...{ attributes, paymentServiceProvider: 'pax' },
    ...Object.fromEntries(Object.keys(calls.savePayment.moduleInputs ?? {}).map((field) => [field, 'x'])),
    transactionTime: 1,
  },
  purchaseDocuments: { attributes },
  supplierPriceLists: { attributes },
  productPictures: { hash: 'h', tenant: 't' },
  events: { attributes },
  inventoryRegistrations: { attributes },
  inventoryTransfers: { attributes },
  inventoryWriteOffs: { attributes },
  customers: {
    attributes,
    longAttributes: [{ attributeName: 'l', attributeValue: 'long' }],
  },
  products: {
    containerID: 2,
    code5: '5',
    code6: '6',
    code7: '7',
    code8: '8',
    longAttributes: [{ attributeName: 'l', attributeValue: 'long' }],
    isLotProduct: 1,
    shelfLifeDays: 5,
    revenueAccount: '4000',
  },
};

/** Fields that say that something was odd about the request: tests of their own show them. */
const warnings = ['warningDayAlreadyOpen', 'warningDayNotOpen', 'warningDayAlreadyClosed'];

/** Records that no shop begins with. */
const firstRecords: Readonly<Record<string, Record<string, unknown>>> = {
  appliedPromotionRecords: { invoiceID: 1 },
  invoiceAlgorithmChanges: { date: '2099-01-01', version: 3 },
  services: { attributes },
  salesDocuments: {
    ...{ type: 'EXPORTINVOICE', exportInvoiceType: 'EU', clientID: firstCustomer, date: '2026-01-02' },
    ...{ applianceID: 1, applianceReference: 'A', assignmentID: 1, vehicleMileage: 1 },
    attributes,
    longAttributes: [{ attributeName: 'l', attributeValue: 'long' }],
    rows: [
      {
        ...{ rowID: 1, productID: 1, amount: 2, price: 5 },
        ...{ packageID: 1, packageTypeID: 1, packageType: 'Box', amountOfPackages: 1, amountInPackage: 2 },
        ...{ sourceWaybillID: 1, batch: 'B' },
      },
    ],
  },
};

/** Checks a printed value against the wire type of its definition, all the way down. */
function checkWire(schema: z.ZodType, value: unknown, path: string): void {
  if (schema instanceof z.ZodOptional) {
    if (value !== undefined) checkWire(schema.unwrap() as z.ZodType, value, path);
    return;
  }
  const wire = wireOf(schema);
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>;
    for (const [name, field] of Object.entries(shape))
      checkWire(field, (value as Record<string, unknown>)[name], `${path}.${name}`);
  } else if (schema instanceof z.ZodArray) {
    expect(Array.isArray(value), path).toBe(true);
    for (const item of value as unknown[]) checkWire(schema.element as z.ZodType, item, `${path}[]`);
  } else if (schema instanceof z.ZodRecord) {
    for (const item of Object.values(value as object))
      checkWire(schema.valueType as z.ZodType, item, `${path}{}`);
  } else if (wire !== undefined) {
    const isUnset = wire.unset !== undefined && value === wire.unset;
    expect(
      isUnset || typeof value === wire.type,
      `${path} is ${JSON.stringify(value)}, not ${wire.name}`,
    ).toBe(true);
  }
}

/** A shop with all additions, which each call finds as it was prepared. */
const prepared = prepare();

async function prepare() {
  const mock = frozenMock();
  const { call: ask } = await loggedIn(mock);
  const account = mock.account('100001');
  for (const [table, values] of Object.entries(additions))
    account.data(table).update(table === 'customers' ? firstCustomer : 1, values);
  for (const [table, values] of Object.entries(firstRecords)) account.data(table).insert(values);
  account.snapshot('prepared');
  return { account, ask };
}

// What is refused changes nothing, so one account serves all of them.
const refusing = loggedIn(frozenMock());

describe.each(Object.entries(calls) as [string, AnyCall][])('%s', (name, call) => {
  it('is answered, and the answer has the keys, wire types and documented types of its definition', async () => {
    const { account, ask } = await prepared;
    account.restore('prepared');
    if (name === 'getUserOperationsLog') account.data('products').remove(600);
    for (const save of savesBefore(call)) await ask(save.name, exampleFields(save));
    const token = name === 'verifyIdentityToken' && (await ask('getIdentityToken')).records.identityToken;
    const answer = await ask(name, { ...fullFields(call), ...(token && { jwt: token }) });
    expect(answer.status).toMatchObject({ request: name, responseStatus: 'ok', errorCode: 0 });
    expect(z.safeDecode(status(), answer.status as never).success).toBe(true);
    expect(typeof answer.status.recordsTotal).toBe(call.recordsTotalIsString ? 'string' : 'number');
    const record = recordOf(call);
    if (record === undefined) return expect(answer.records).toEqual([]);
    expect(Array.isArray(answer.records)).toBe(!('object' in call.result));
    const records: Record<string, unknown>[] = 'object' in call.result ? [answer.records] : answer.records;
    expect(records.length).toBeGreaterThan(0);
    const seen = new Set<string>(records.flatMap((item) => Object.keys(item)));
    const unserved: readonly string[] = [...(call.unserved?.fields ?? []), ...warnings];
    const claimed = Object.keys(record().shape).filter((field) => !unserved.includes(field));
    expect(
      claimed.filter((field) => !seen.has(field)),
      'claimed but never sent',
    ).toEqual([]);
    for (const item of records) {
      expect(
        Object.keys(item).filter((key) => name !== 'getServiceEndpoints' && !(key in record().shape)),
      ).toEqual([]);
      checkWire(record(), item, name);
      const decoded = z.safeDecode(record(), item);
      expect(decoded.error?.issues).toBeUndefined();
      expect(z.encode(record(), decoded.data as never)).toEqual(item);
    }
  });

  it('refuses every input that it does not serve with 1016 and says so', async () => {
    const { call: ask } = await refusing;
    for (const input of (call.unserved?.inputs ?? []) as readonly string[]) {
      const schema = call.input()[input] as z.ZodType;
      if (['rows', 'perNumber', 'perWord'].includes(wireOf(schema)?.name ?? '')) continue;
      const value = wireOf(schema)?.values?.[0] ?? (wireOf(schema)?.name === 'isoDate' ? '2026-01-01' : '1');
      const needed = (call.rules ?? []).flatMap((rule) =>
        rule.kind === 'needs' && rule.input === input ? [rule.needs] : [],
      );
      const companions = Object.fromEntries(needed.map((other) => [other, '1']));
      const { status: refused } = await ask(name, { ...exampleFields(call), ...companions, [input]: value });
      expect(refused.errorCode, input).toBe(1016);
      expect([input, ...needed]).toContain(refused.errorField);
    }
  });
});
