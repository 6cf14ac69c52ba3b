import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimalString } from '../../wire/decimal.ts';
import { flag, flagString } from '../../wire/flag.ts';
import { idString, integer, integerString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

const moduleFlag = defineRecord(() => ({
  /** Erply's name of the module. */
  name: text,
  /** 1 when the account has it. */
  enabled: flag,
}));

const accountLinks = defineRecord(() => ({
  /** Help for the back office. */
  help: text,
  /** Help for registers. */
  helpPOS: text,
  /** The knowledge base. */
  knowledge_base: text,
  /** Terms of service. */
  terms_of_service: text,
}));

/** Settings of the account; one that is not set is absent. Erply has about a hundred more, which pass unchanged. */
export const confParametersRecord = defineRecord(() => ({
  /** The company: its `id` in getCompanyInfo. */
  org_idDat: idString,
  /** Two letters. */
  country: text.optional(),
  /** Three letters. */
  default_language: text.optional(),
  /** Languages of names, separated by commas. */
  langs: text.optional(),
  /** Languages that the account has, separated by commas. Derived: no call sets it. */
  languages: text.optional(),
  /** Name in the tz database; days are those of this zone. */
  timezone: text.optional(),
  /** How days are written, for programs in Go. */
  go_date_format: text.optional(),
  /** How times are written, for programs in Go. */
  go_time_format: text.optional(),
  /** How days are written. */
  dateformat: text.optional(),
  /** How numbers are written. */
  numberformat: text.optional(),
  /** Three letters. Derived: no call sets it. */
  default_currency: text.optional(),
  /** The day that the account was made. */
  date_installed: isoDate.optional(),
  /** What stands between the fields of a CSV file. */
  csv_field_separator: text.optional(),
  /** What totals are rounded to. */
  invoice_rounding: decimalString.optional(),
  /** Decimals of a price; inside quotes. */
  default_price_decimals: integerString.optional(),
  /** Decimals of a price; a number. */
  price_decimals: integer.optional(),
  /** How totals are computed; a number. Derived: no call sets it. */
  invoice_algorithm_version: integer.optional(),
  /** 1 where prices are usual with tax; a number. */
  locale_uses_price_with_tax: integer.optional(),
  /** 1 when waybills show prices with tax; a number. */
  invoice_waybills_show_price_with_tax: integer.optional(),
  /** The customer of sales without one. */
  default_client_idDat: integerString.optional(),
  /** 1 when the customer of an invoice is its payer. */
  invoice_client_is_payer: flagString.optional(),
  /** 1 when no two products may have the same `code`. */
  product_code_unique: flagString.optional(),
  /** 1 when no two products may have the same `code2`. */
  product_code2_unique: flagString.optional(),
  /** 1 when no two customers may have the same `code`. */
  customer_code_unique: flagString.optional(),
  /** 1 when no sale may take more than there is. */
  positive_stock_required: flagString.optional(),
  /** 1 when goods come in by purchase waybills. */
  use_purchase_waybills: flagString.optional(),
  /** 1 when an order for a transfer reserves the goods. */
  warehouse_transfer_reserves_goods: flagString.optional(),
  /** 1 when an order for a transfer takes the goods out. */
  warehouse_transfer_order_removes_items: flagString.optional(),
  /** 1 when variations follow changes of their matrix product. */
  matrix_update_variations_automatically: flagString.optional(),
  /** 1 when waybills can have customers of their own. */
  enable_waybill_customers: flagString.optional(),
  /** 1 when getSalesDocuments leaves out sales to the default customer. */
  api_getsalesdocuments_default_customer_sales_not_returned: flagString.optional(),
  /** 1 when a search for a number looks at both numbers of an invoice. */
  search_invoice_by_regular_and_custom_number: flagString.optional(),
  /** Addresses of help pages. */
  account_links: accountLinks().optional(),
  /** Modules that the account has or does not have. Derived: no call sets it. */
  additionalModules: z.array(moduleFlag()).optional(),
}));
