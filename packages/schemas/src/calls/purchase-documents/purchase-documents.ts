import { defineTable } from '../../define-table.ts';
import { hiddenPurchaseFields } from './hidden-purchase-fields.ts';
import { purchaseDocument } from './purchase-document.ts';

/** Orders to suppliers, their invoices and waybills, and returns. */
export const purchaseDocuments = defineTable({
  name: 'purchaseDocuments',
  key: 'id',
  record: purchaseDocument,
  hidden: hiddenPurchaseFields,
  joins: {
    warehouseName: { table: 'warehouses', by: 'warehouseID', field: 'name' },
    supplierName: { table: 'suppliers', by: 'supplierID', field: 'fullName' },
    supplierGroupID: { table: 'suppliers', by: 'supplierID', field: 'groupID' },
    supplierName2: { table: 'suppliers', by: 'supplierID2', field: 'fullName' },
    contactName: { table: 'suppliers', by: 'contactID', field: 'fullName' },
    employeeName: { table: 'employees', by: 'employeeID', field: 'fullName' },
  },
  references: {
    projectID: 'projects',
    addressID: 'addresses',
    deliveryAddressID: 'addresses',
    reasonID: 'reasonCodes',
  },
  dependsOn: ['addresses'],
  saveNames: { no: 'number', confirmInvoice: 'confirmed' },
  logged: true,
  timestamps: true,
});
