import { defineTable } from '../../define-table.ts';
import { hiddenSalesFields } from './hidden-sales-fields.ts';
import { salesDocument } from './sales-document.ts';

/** Invoices, receipts, orders, quotes, waybills and credit notes. */
export const salesDocuments = defineTable({
  name: 'salesDocuments',
  key: 'id',
  record: salesDocument,
  hidden: hiddenSalesFields,
  joins: {
    warehouseName: { table: 'warehouses', by: 'warehouseID', field: 'name' },
    pointOfSaleName: { table: 'pointsOfSale', by: 'pointOfSaleID', field: 'name' },
    clientName: { table: 'customers', by: 'clientID', field: 'fullName' },
    clientEmail: { table: 'customers', by: 'clientID', field: 'email' },
    clientCardNumber: { table: 'customers', by: 'clientID', field: 'customerCardNumber' },
    payerName: { table: 'customers', by: 'payerID', field: 'fullName' },
    shipToName: { table: 'customers', by: 'shipToID', field: 'fullName' },
    contactName: { table: 'customers', by: 'contactID', field: 'fullName' },
    employeeName: { table: 'employees', by: 'employeeID', field: 'fullName' },
    deliveryTypeName: { table: 'deliveryTypes', by: 'deliveryTypeID', field: 'name' },
  },
  references: {
    projectID: 'projects',
    packerID: 'employees',
    shipToContactID: 'customers',
    creditToDocumentID: 'salesDocuments',
  },
  saveNames: {
    customerID: 'clientID',
    invoiceNo: 'number',
    confirmInvoice: 'confirmed',
    longAttributeName: 'attributeName',
    longAttributeValue: 'attributeValue',
  },
  logged: true,
  timestamps: true,
});
