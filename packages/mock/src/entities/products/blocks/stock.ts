import type { Account } from '../../../account/account.ts';
import type { Row } from '../../../store/row.ts';
import { purchaseOrdersOf } from '../../purchase-documents/purchase-book.ts';
import { stockOf } from '../../stock/stock.ts';
import { type Batch, meansOf } from '../../stock/stock-history.ts';
import { roundAmount } from '../../stock/stock-movement.ts';

interface StockQuestion {
  readonly productID: number;
  readonly warehouseIDs: readonly number[];
  readonly input: { readonly getStockInfo?: 0 | 1 | undefined; readonly getFIFOCost?: 0 | 1 | undefined };
}

/** What is in one warehouse, and what confirmed orders will bring. */
function amounts(account: Account, productID: number, warehouseID: number): Row {
  const { ledger: stock, levels: stockLevels } = stockOf(account);
  const totalInStock = stock.amountInStock(productID, warehouseID);
  const reserved = stock.amountReserved(productID, warehouseID);
  return {
    totalInStock,
    reserved,
    free: roundAmount(totalInStock - reserved),
    orderPending: purchaseOrdersOf(account).amountPending(productID, warehouseID),
    reorderPoint: stockLevels.get('reorderPoint', productID, warehouseID),
    restockLevel: stockLevels.get('restockLevel', productID, warehouseID),
  };
}

function means(batches: readonly Batch[]): Row {
  const { price, cost } = meansOf(batches);
  return { FIFOCost: cost, purchasePrice: price };
}

/** Stock and costs of a product: by warehouse, costs of all asked warehouses together too. */
export function stockBlocks(account: Account, { productID, warehouseIDs, input }: StockQuestion): Row {
  const showsCosts = input.getFIFOCost === 1;
  const all: Batch[] = [];
  const warehouses = Object.fromEntries(
    warehouseIDs.map((warehouseID) => {
      const { batches } = showsCosts
        ? stockOf(account).ledger.warehouseStock(productID, warehouseID)
        : { batches: [] };
      all.push(...batches);
      return [
        warehouseID,
        {
          warehouseID,
          ...(input.getStockInfo === 1 ? amounts(account, productID, warehouseID) : {}),
          ...(showsCosts ? means(batches) : {}),
        },
      ];
    }),
  );
  return { ...(showsCosts ? means(all) : {}), warehouses };
}
