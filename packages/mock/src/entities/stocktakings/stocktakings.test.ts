import { expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

const day = 86_400;

/** An empty shop on 28 May 2026 with stocktakings of today, of half a year ago and of the day before that. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  const table = account.data('stocktakings');
  const begun = (added: number, fields: object) =>
    table.insert({ added, lastModified: 0, ...fields } as never);
  begun(start, { warehouses: [1, 2], status: 'IN_PROGRESS' });
  begun(Date.UTC(2025, 10, 28) / 1000, { warehouses: [1], status: 'CONFIRMED' });
  begun(Date.UTC(2025, 10, 28) / 1000 - 1, {
    warehouses: [12],
    status: 'CONFIRMED',
    lastModified: start - day,
  });
  return { mock, account, ...(await loggedIn(mock)) };
}

it.each<[Fields, number[]]>([
  [{}, [1, 2]],
  [{ creationDateFrom: '2025-11-27' }, [1, 2, 3]],
  [{ creationDateFrom: '2025-11-29' }, [1]],
  [{ creationDateTo: '2026-05-27' }, [2]],
  [{ creationDateFrom: '2025-01-01', creationDateTo: '2025-11-27' }, [3]],
  [{ creationDateFrom: '2025-01-01', stocktakingID: 3 }, [3]],
  [{ stocktakingID: 3 }, []],
  [{ warehouseID: 1 }, [1, 2]],
  [{ warehouseID: 2 }, [1]],
  [{ status: 'CONFIRMED' }, [2]],
  [{ status: 'IN_PROGRESS' }, [1]],
  [{ creationDateFrom: '2025-01-01', changedSince: start - day }, [1, 3]],
  [{ orderBy: 'stocktakingID', orderByDir: 'desc' }, [2, 1]],
  [{ recordsOnPage: 1, pageNo: 2 }, [2]],
])('getStocktakings %j finds %j', async (fields, expected) => {
  const { call } = await shop();
  const { records } = await call('getStocktakings', fields);
  expect(records.map((one: any) => one.stocktakingID)).toEqual(expected);
});

it.each<[Fields, string]>([
  [{ status: 'DONE' }, 'status'],
  [{ orderBy: 'added' }, 'orderBy'],
])('getStocktakings refuses %j with 1016', async (fields, errorField) => {
  const { call } = await shop();
  expect((await call('getStocktakings', fields)).status).toMatchObject({ errorCode: 1016, errorField });
});

it('names the documents that were made from a stocktaking', async () => {
  const { account, call } = await shop();
  account.data('products').insert({ groupID: 1, price: 1 });
  const row = { warehouseID: 1, stocktakingID: 1, productID1: 1, amount1: 1 };
  await call('saveInventoryRegistration', row);
  account.data('reasonCodes').insert({ name: 'Lost', purpose: 'WRITEOFF' });
  expect((await call('saveInventoryWriteOff', { ...row, reasonID: 1 })).status).toMatchObject({
    errorCode: 0,
  });
  const [named, other] = (await call('getStocktakings')).records;
  expect(named).toEqual({
    ...{
      stocktakingID: 1,
      warehouses: '1,2',
      prodgroupID: 0,
      productCategoryID: 0,
      brandID: 0,
      supplierID: 0,
    },
    ...{ locationInWarehouse: '', onlyItemsWithoutWarehouseLocation: 0, excludeReservations: 0 },
    ...{ status: 'IN_PROGRESS', numberOfRows: 0, inventoryRegistrationID: 1, inventoryWriteOffID: 1 },
    ...{ added: start, addedByUserName: 'demo', addedByEmployeeID: 0, confirmedTimestamp: 0 },
    ...{ confirmedByUserName: '', confirmedByEmployeeID: 0, lastModified: 0 },
  });
  expect(other).toMatchObject({ inventoryRegistrationID: 0, inventoryWriteOffID: 0 });
});
