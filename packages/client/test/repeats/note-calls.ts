import { type AnyCall, calls } from '@erply-kit/schemas';

/* Definitions of no real calls: what the client does with a repeat follows from the definition alone. */

const save = calls.saveInventoryTransfer;
const list = calls.getInventoryTransfers;
const shape = save.input();

const find = {
  call: { ...list, name: 'listNotes' } as AnyCall,
  since: 'changedSince',
  input: {},
  asks: { warehouseFromID: 'warehouseFromID' },
  shows: {
    warehouseFromID: 'warehouseFromID',
    inventoryTransferOrderID: 'inventoryTransferOrderID',
    date: 'date',
    notes: 'notes',
    rows: {
      field: 'rows',
      rows: {
        productID: 'productID',
        amount: { field: 'amount', decimals: 3 },
        price: { field: 'price', decimals: 4 },
      },
    },
  },
  day: 'date',
  made: 'added',
} as const;

/** Saves a note. */
export const saveNote: AnyCall = {
  ...save,
  name: 'saveNote',
  input: () => ({ ...shape, temporaryUUID: shape.notes }),
  repeat: { key: 'temporaryUUID', find, answer: {}, placeholder: 'CURRENT_NOTE' },
};

/** Saves a note that belongs to another one. */
export const saveReply: AnyCall = {
  ...save,
  name: 'saveReply',
  input: () => ({ ...shape, temporaryUUID: shape.notes }),
  repeat: { key: 'temporaryUUID', find, answer: {} },
};
