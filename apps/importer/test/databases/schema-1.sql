-- A database that the importer with schema 1 made of the demo shop with 6 products and 2 warehouses.
PRAGMA application_id = 1701997433;
PRAGMA user_version = 1;
CREATE TABLE products (
  client_code TEXT NOT NULL,
  id INTEGER NOT NULL,
  type TEXT,
  status TEXT,
  active INTEGER,
  code TEXT,
  code2 TEXT,
  name TEXT,
  group_id INTEGER,
  category_id INTEGER,
  brand_id INTEGER,
  supplier_id INTEGER,
  unit_id INTEGER,
  vatrate_id INTEGER,
  parent_product_id INTEGER,
  price REAL,
  price_with_vat REAL,
  cost REAL,
  added INTEGER,
  last_modified INTEGER,
  generation INTEGER NOT NULL,
  deleted_at INTEGER,
  record TEXT NOT NULL,
  PRIMARY KEY (client_code, id)
) STRICT;
CREATE INDEX products_by_code ON products (client_code, code);
CREATE INDEX products_by_code2 ON products (client_code, code2);
CREATE INDEX products_by_group ON products (client_code, group_id);
CREATE TABLE product_groups (
  client_code TEXT NOT NULL,
  id INTEGER NOT NULL,
  name TEXT,
  parent_group_id INTEGER,
  position_no INTEGER,
  show_in_webshop INTEGER,
  added INTEGER,
  last_modified INTEGER,
  generation INTEGER NOT NULL,
  deleted_at INTEGER,
  record TEXT NOT NULL,
  PRIMARY KEY (client_code, id)
) STRICT;
CREATE TABLE warehouses (
  client_code TEXT NOT NULL,
  id INTEGER NOT NULL,
  code TEXT,
  name TEXT,
  is_offline INTEGER,
  generation INTEGER NOT NULL,
  deleted_at INTEGER,
  record TEXT NOT NULL,
  PRIMARY KEY (client_code, id)
) STRICT;
CREATE TABLE stock (
  client_code TEXT NOT NULL,
  product_id INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  amount_in_stock REAL NOT NULL,
  amount_reserved REAL NOT NULL,
  generation INTEGER NOT NULL,
  PRIMARY KEY (client_code, product_id, warehouse_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_by_warehouse ON stock (client_code, warehouse_id);
CREATE TABLE stock_staged (
  client_code TEXT NOT NULL,
  generation INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  amount_in_stock REAL,
  amount_reserved REAL,
  PRIMARY KEY (client_code, generation, warehouse_id, product_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_state (
  client_code TEXT NOT NULL,
  lane TEXT NOT NULL,
  phase TEXT NOT NULL,
  watermark INTEGER,
  records INTEGER NOT NULL,
  deletions INTEGER NOT NULL,
  dead_letters INTEGER NOT NULL,
  checkpoint TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  PRIMARY KEY (client_code, lane)
) STRICT;
CREATE TABLE dead_letters (
  client_code TEXT NOT NULL,
  lane TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  warehouse_id INTEGER NOT NULL,
  path TEXT NOT NULL,
  message TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  PRIMARY KEY (client_code, lane, record_id, warehouse_id)
) STRICT, WITHOUT ROWID;
INSERT INTO products VALUES ('100001', 1, 'PRODUCT', 'ACTIVE', 1, 'CC-000001', '', 'Sour Sausages with Baharat', 13, 11, 8, 9, 2, 3, NULL, 15.22, 17.2, 5.327, 1602306976, 1755984610, 1, NULL, '{"productID":1,"type":"PRODUCT","active":1,"status":"ACTIVE","name":"Sour Sausages with Baharat","code":"CC-000001","code2":"","code3":null,"supplierCode":"S935423","groupID":13,"groupName":"Meat","price":15.22,"priceWithVat":17.2,"displayedInWebshop":1,"seriesID":0,"seriesName":null,"categoryID":11,"categoryName":"Organic","supplierID":9,"supplierName":"Strontium Health Supply LLC","unitID":2,"unitName":"kg","taxFree":0,"deliveryTime":"","vatrateID":3,"vatrate":13,"hasQuickSelectButton":0,"isGiftCard":0,"isRegularGiftCard":0,"nonDiscountable":0,"itemLevelPromotionsDisabled":null,"nonRefundable":0,"manufacturerName":"","priorityGroupID":0,"countryOfOriginID":0,"brandID":8,"brandName":"Sky Blue Kangaroo","width":0,"height":0,"length":0,"lengthInMinutes":0,"setupTimeInMinutes":0,"cleanupTimeInMinutes":0,"walkInService":0,"rewardPointsNotAllowed":0,"nonStockProduct":0,"isUsedProduct":0,"hasSerialNumbers":0,"soldInPackages":0,"cashierMustEnterPrice":0,"netWeight":6.16,"grossWeight":6.247,"volume":0,"description":"","longdesc":"","descriptionENG":"","longdescENG":"","descriptionRUS":"","longdescRUS":"","descriptionFIN":"","longdescFIN":"","cost":5.327,"backbarCharges":0,"serviceDuration":null,"added":1602306976,"addedByUsername":"buyer","lastModified":1755984610,"lastModifiedByUsername":"buyer","images":[{"pictureID":1,"name":"","thumbURL":"https://pictures.example.test/thumb/1.jpg","smallURL":"https://pictures.example.test/small/1.jpg","largeURL":"https://pictures.example.test/large/1.jpg","fullURL":"https://pictures.example.test/full/1.jpg","external":0,"hostingProvider":""}],"containerID":0,"packagingType":"","locationInWarehouse":"","locationInWarehouseID":0,"locationInWarehouseName":"","locationInWarehouseText":"","reorderMultiple":0,"registryNumber":"","alcoholPercentage":null,"batches":"","exciseDeclaration":"","exciseFermentedProductUnder6":null,"exciseWineOver6":null,"exciseFermentedProductOver6":null,"exciseIntermediateProduct":null,"exciseOtherAlcohol":null,"excisePackaging":null}');
INSERT INTO products VALUES ('100001', 2, 'PRODUCT', 'ACTIVE', 1, 'MK-000002', '2000000000022', 'Sweet Bacon with Celery', 13, 10, 19, 5, 2, 3, NULL, 5.18, 5.85, 3.5224, 1627166397, 0, 1, NULL, '{"productID":2,"type":"PRODUCT","active":1,"status":"ACTIVE","name":"Sweet Bacon with Celery","code":"MK-000002","code2":"2000000000022","code3":null,"supplierCode":"S482263","groupID":13,"groupName":"Meat","price":5.18,"priceWithVat":5.85,"displayedInWebshop":0,"seriesID":0,"seriesName":null,"categoryID":10,"categoryName":"Local","supplierID":5,"supplierName":"Germanium Games Supply LLC","unitID":2,"unitName":"kg","taxFree":0,"deliveryTime":"","vatrateID":3,"vatrate":13,"hasQuickSelectButton":0,"isGiftCard":0,"isRegularGiftCard":0,"nonDiscountable":0,"itemLevelPromotionsDisabled":null,"nonRefundable":0,"manufacturerName":"","priorityGroupID":0,"countryOfOriginID":0,"brandID":19,"brandName":"Violet Hippopotamus","width":519,"height":575,"length":926,"lengthInMinutes":0,"setupTimeInMinutes":0,"cleanupTimeInMinutes":0,"walkInService":0,"rewardPointsNotAllowed":0,"nonStockProduct":0,"isUsedProduct":0,"hasSerialNumbers":0,"soldInPackages":0,"cashierMustEnterPrice":0,"netWeight":7.624,"grossWeight":7.688,"volume":0,"description":"","longdesc":"","descriptionENG":"","longdescENG":"","descriptionRUS":"","longdescRUS":"","descriptionFIN":"","longdescFIN":"","cost":3.5224,"backbarCharges":0,"serviceDuration":null,"added":1627166397,"addedByUsername":"demo","lastModified":0,"lastModifiedByUsername":"","containerID":0,"packagingType":"","locationInWarehouse":"","locationInWarehouseID":0,"locationInWarehouseName":"","locationInWarehouseText":"","reorderMultiple":0,"registryNumber":"","alcoholPercentage":null,"batches":"","exciseDeclaration":"","exciseFermentedProductUnder6":null,"exciseWineOver6":null,"exciseFermentedProductOver6":null,"exciseIntermediateProduct":null,"exciseOtherAlcohol":null,"excisePackaging":null}');
INSERT INTO products VALUES ('100001', 3, 'PRODUCT', 'ACTIVE', 1, 'YK-000003', '2000000000039', 'Fantastic Silk Shoes', 18, 7, 2, 2, 5, 1, NULL, 150.6, 186.74, 100.902, 1645020827, 1743598102, 1, NULL, '{"productID":3,"type":"PRODUCT","active":1,"status":"ACTIVE","name":"Fantastic Silk Shoes","code":"YK-000003","code2":"2000000000039","code3":null,"supplierCode":"S679729","groupID":18,"groupName":"Shoes","price":150.6,"priceWithVat":186.74,"displayedInWebshop":0,"seriesID":0,"seriesName":null,"categoryID":7,"categoryName":"Workwear","supplierID":2,"supplierName":"Rhodium Tools Supply Inc","unitID":5,"unitName":"pair","taxFree":0,"deliveryTime":"","vatrateID":1,"vatrate":24,"hasQuickSelectButton":0,"isGiftCard":0,"isRegularGiftCard":0,"nonDiscountable":0,"itemLevelPromotionsDisabled":null,"nonRefundable":0,"manufacturerName":"","priorityGroupID":0,"countryOfOriginID":0,"brandID":2,"brandName":"Ivory Bat","width":86,"height":78,"length":719,"lengthInMinutes":0,"setupTimeInMinutes":0,"cleanupTimeInMinutes":0,"walkInService":0,"rewardPointsNotAllowed":0,"nonStockProduct":0,"isUsedProduct":0,"hasSerialNumbers":0,"soldInPackages":0,"cashierMustEnterPrice":0,"netWeight":1.346,"grossWeight":1.604,"volume":0,"description":"","longdesc":"","descriptionENG":"","longdescENG":"","descriptionRUS":"","longdescRUS":"","descriptionFIN":"","longdescFIN":"","cost":100.902,"backbarCharges":0,"serviceDuration":null,"added":1645020827,"addedByUsername":"demo","lastModified":1743598102,"lastModifiedByUsername":"demo","images":[{"pictureID":2,"name":"","thumbURL":"https://pictures.example.test/thumb/2.jpg","smallURL":"https://pictures.example.test/small/2.jpg","largeURL":"https://pictures.example.test/large/2.jpg","fullURL":"https://pictures.example.test/full/2.jpg","external":0,"hostingProvider":""}],"containerID":0,"packagingType":"","locationInWarehouse":"","locationInWarehouseID":0,"locationInWarehouseName":"","locationInWarehouseText":"","reorderMultiple":0,"registryNumber":"","alcoholPercentage":null,"batches":"","exciseDeclaration":"","exciseFermentedProductUnder6":null,"exciseWineOver6":null,"exciseFermentedProductOver6":null,"exciseIntermediateProduct":null,"exciseOtherAlcohol":null,"excisePackaging":null}');
INSERT INTO products VALUES ('100001', 4, 'PRODUCT', 'ACTIVE', 1, 'NZ-000004', '2000000000046', 'Rich Fish with Cardamom', 14, 3, 25, 2, 2, 3, NULL, 8.63, 9.75, 0, 1681269204, 0, 1, NULL, '{"productID":4,"type":"PRODUCT","active":1,"status":"ACTIVE","name":"Rich Fish with Cardamom","code":"NZ-000004","code2":"2000000000046","code3":null,"supplierCode":"S188863","groupID":14,"groupName":"Fish","price":8.63,"priceWithVat":9.75,"displayedInWebshop":1,"seriesID":0,"seriesName":null,"categoryID":3,"categoryName":"Grocery","supplierID":2,"supplierName":"Rhodium Tools Supply Inc","unitID":2,"unitName":"kg","taxFree":0,"deliveryTime":"","vatrateID":3,"vatrate":13,"hasQuickSelectButton":0,"isGiftCard":0,"isRegularGiftCard":0,"nonDiscountable":0,"itemLevelPromotionsDisabled":null,"nonRefundable":0,"manufacturerName":"","priorityGroupID":0,"countryOfOriginID":0,"brandID":25,"brandName":"Silver Squirrel","width":0,"height":0,"length":0,"lengthInMinutes":0,"setupTimeInMinutes":0,"cleanupTimeInMinutes":0,"walkInService":0,"rewardPointsNotAllowed":0,"nonStockProduct":0,"isUsedProduct":0,"hasSerialNumbers":0,"soldInPackages":0,"cashierMustEnterPrice":0,"netWeight":3.719,"grossWeight":3.855,"volume":0,"description":"","longdesc":"","descriptionENG":"","longdescENG":"","descriptionRUS":"","longdescRUS":"","descriptionFIN":"","longdescFIN":"","cost":0,"backbarCharges":0,"serviceDuration":null,"added":1681269204,"addedByUsername":"demo","lastModified":0,"lastModifiedByUsername":"","containerID":0,"packagingType":"","locationInWarehouse":"","locationInWarehouseID":0,"locationInWarehouseName":"","locationInWarehouseText":"","reorderMultiple":0,"extraField3Title":"Extra Field 3","extraField3ID":3,"extraField3Code":"X3-3","extraField3Name":"Everybody","registryNumber":"","alcoholPercentage":null,"batches":"","exciseDeclaration":"","exciseFermentedProductUnder6":null,"exciseWineOver6":null,"exciseFermentedProductOver6":null,"exciseIntermediateProduct":null,"exciseOtherAlcohol":null,"excisePackaging":null}');
INSERT INTO products VALUES ('100001', 5, 'PRODUCT', 'ACTIVE', 1, 'YL-000005', '2000000000053', 'Recycled Metal Computer', 22, 0, 7, 10, 1, 1, NULL, 1106.74, 1372.36, 586.5722, 1689312014, 1736953929, 1, NULL, '{"productID":5,"type":"PRODUCT","active":1,"status":"ACTIVE","name":"Recycled Metal Computer","code":"YL-000005","code2":"2000000000053","code3":null,"supplierCode":"S485245","groupID":22,"groupName":"Desktop Computers","price":1106.74,"priceWithVat":1372.36,"displayedInWebshop":1,"seriesID":0,"seriesName":null,"categoryID":0,"categoryName":null,"supplierID":10,"supplierName":"Chromium Grocery Supply Ltd","unitID":1,"unitName":"pcs","taxFree":0,"deliveryTime":"","vatrateID":1,"vatrate":24,"hasQuickSelectButton":0,"isGiftCard":0,"isRegularGiftCard":0,"nonDiscountable":0,"itemLevelPromotionsDisabled":null,"nonRefundable":0,"manufacturerName":"","priorityGroupID":0,"countryOfOriginID":0,"brandID":7,"brandName":"Red Hamster","width":336,"height":817,"length":46,"lengthInMinutes":0,"setupTimeInMinutes":0,"cleanupTimeInMinutes":0,"walkInService":0,"rewardPointsNotAllowed":0,"nonStockProduct":0,"isUsedProduct":0,"hasSerialNumbers":0,"soldInPackages":0,"cashierMustEnterPrice":0,"netWeight":2.081,"grossWeight":2.088,"volume":0,"description":"","longdesc":"","descriptionENG":"","longdescENG":"","descriptionRUS":"","longdescRUS":"","descriptionFIN":"","longdescFIN":"","cost":586.5722,"backbarCharges":0,"serviceDuration":null,"added":1689312014,"addedByUsername":"storekeeper","lastModified":1736953929,"lastModifiedByUsername":"webshop-sync","containerID":0,"packagingType":"","locationInWarehouse":"","locationInWarehouseID":0,"locationInWarehouseName":"","locationInWarehouseText":"","reorderMultiple":0,"extraField1Title":"Extra Field 1","extraField1ID":1,"extraField1Code":"X1-1","extraField1Name":"Wood","registryNumber":"","alcoholPercentage":null,"batches":"","exciseDeclaration":"","exciseFermentedProductUnder6":null,"exciseWineOver6":null,"exciseFermentedProductOver6":null,"exciseIntermediateProduct":null,"exciseOtherAlcohol":null,"excisePackaging":null}');
INSERT INTO products VALUES ('100001', 6, 'PRODUCT', 'ACTIVE', 1, 'LZ-000006', '2000000000060', 'Awesome Wooden Computer', 22, 2, 11, 10, 1, 1, NULL, 646.78, 802.01, 303.9866, 1723689115, 1761142274, 1, NULL, '{"productID":6,"type":"PRODUCT","active":1,"status":"ACTIVE","name":"Awesome Wooden Computer","code":"LZ-000006","code2":"2000000000060","code3":null,"supplierCode":"S568552","groupID":22,"groupName":"Desktop Computers","price":646.78,"priceWithVat":802.01,"displayedInWebshop":0,"seriesID":0,"seriesName":null,"categoryID":2,"categoryName":"Electronics","supplierID":10,"supplierName":"Chromium Grocery Supply Ltd","unitID":1,"unitName":"pcs","taxFree":0,"deliveryTime":"","vatrateID":1,"vatrate":24,"hasQuickSelectButton":0,"isGiftCard":0,"isRegularGiftCard":0,"nonDiscountable":0,"itemLevelPromotionsDisabled":null,"nonRefundable":0,"manufacturerName":"","priorityGroupID":0,"countryOfOriginID":0,"brandID":11,"brandName":"Tan Tiger","width":0,"height":0,"length":0,"lengthInMinutes":0,"setupTimeInMinutes":0,"cleanupTimeInMinutes":0,"walkInService":0,"rewardPointsNotAllowed":0,"nonStockProduct":0,"isUsedProduct":0,"hasSerialNumbers":0,"soldInPackages":0,"cashierMustEnterPrice":0,"netWeight":3.508,"grossWeight":3.684,"volume":0,"description":"","longdesc":"","descriptionENG":"","longdescENG":"","descriptionRUS":"","longdescRUS":"","descriptionFIN":"","longdescFIN":"","cost":303.9866,"backbarCharges":0,"serviceDuration":null,"added":1723689115,"addedByUsername":"buyer","lastModified":1761142274,"lastModifiedByUsername":"webshop-sync","containerID":0,"packagingType":"","locationInWarehouse":"C-01","locationInWarehouseID":13,"locationInWarehouseName":"C-01","locationInWarehouseText":"","reorderMultiple":0,"registryNumber":"","alcoholPercentage":null,"batches":"","exciseDeclaration":"","exciseFermentedProductUnder6":null,"exciseWineOver6":null,"exciseFermentedProductOver6":null,"exciseIntermediateProduct":null,"exciseOtherAlcohol":null,"excisePackaging":null}');
INSERT INTO product_groups VALUES ('100001', 1, 'Grocery', 0, 1, 1, 1579316771, 0, 1, NULL, '{"productGroupID":1,"id":1,"name":"Grocery","showInWebshop":1,"nonDiscountable":0,"positionNo":1,"parentGroupID":0,"added":1579316771,"lastModified":0}');
INSERT INTO product_groups VALUES ('100001', 5, 'Fresh Food', 1, 1, 1, 1579512550, 1753477659, 1, NULL, '{"productGroupID":5,"id":5,"name":"Fresh Food","showInWebshop":1,"nonDiscountable":0,"positionNo":1,"parentGroupID":1,"added":1579512550,"lastModified":1753477659}');
INSERT INTO product_groups VALUES ('100001', 13, 'Meat', 5, 1, 1, 1578267745, 0, 1, NULL, '{"productGroupID":13,"id":13,"name":"Meat","showInWebshop":1,"nonDiscountable":0,"positionNo":1,"parentGroupID":5,"added":1578267745,"lastModified":0}');
INSERT INTO product_groups VALUES ('100001', 14, 'Fish', 5, 2, 1, 1578251209, 0, 1, NULL, '{"productGroupID":14,"id":14,"name":"Fish","showInWebshop":1,"nonDiscountable":0,"positionNo":2,"parentGroupID":5,"added":1578251209,"lastModified":0}');
INSERT INTO product_groups VALUES ('100001', 6, 'Ready Meals', 1, 2, 1, 1578200034, 1748464636, 1, NULL, '{"productGroupID":6,"id":6,"name":"Ready Meals","showInWebshop":1,"nonDiscountable":0,"positionNo":2,"parentGroupID":1,"added":1578200034,"lastModified":1748464636}');
INSERT INTO product_groups VALUES ('100001', 15, 'Snacks & Salads', 6, 3, 1, 1580235601, 0, 1, NULL, '{"productGroupID":15,"id":15,"name":"Snacks & Salads","showInWebshop":1,"nonDiscountable":0,"positionNo":3,"parentGroupID":6,"added":1580235601,"lastModified":0}');
INSERT INTO product_groups VALUES ('100001', 2, 'Clothing', 0, 2, 1, 1580483418, 1758340831, 1, NULL, '{"productGroupID":2,"id":2,"name":"Clothing","showInWebshop":1,"nonDiscountable":0,"positionNo":2,"parentGroupID":0,"added":1580483418,"lastModified":1758340831}');
INSERT INTO product_groups VALUES ('100001', 7, 'Apparel', 2, 1, 1, 1578167864, 1753353885, 1, NULL, '{"productGroupID":7,"id":7,"name":"Apparel","showInWebshop":1,"nonDiscountable":0,"positionNo":1,"parentGroupID":2,"added":1578167864,"lastModified":1753353885}');
INSERT INTO product_groups VALUES ('100001', 16, 'Shirts & Pants', 7, 4, 1, 1579078991, 0, 1, NULL, '{"productGroupID":16,"id":16,"name":"Shirts & Pants","showInWebshop":1,"nonDiscountable":0,"positionNo":4,"parentGroupID":7,"added":1579078991,"lastModified":0}');
INSERT INTO product_groups VALUES ('100001', 17, 'Hats & Gloves', 7, 5, 1, 1579438204, 0, 1, NULL, '{"productGroupID":17,"id":17,"name":"Hats & Gloves","showInWebshop":1,"nonDiscountable":0,"positionNo":5,"parentGroupID":7,"added":1579438204,"lastModified":0}');
INSERT INTO product_groups VALUES ('100001', 8, 'Footwear', 2, 2, 1, 1578770546, 0, 1, NULL, '{"productGroupID":8,"id":8,"name":"Footwear","showInWebshop":1,"nonDiscountable":0,"positionNo":2,"parentGroupID":2,"added":1578770546,"lastModified":0}');
INSERT INTO product_groups VALUES ('100001', 18, 'Shoes', 8, 6, 1, 1580113747, 1747459136, 1, NULL, '{"productGroupID":18,"id":18,"name":"Shoes","showInWebshop":1,"nonDiscountable":0,"positionNo":6,"parentGroupID":8,"added":1580113747,"lastModified":1747459136}');
INSERT INTO product_groups VALUES ('100001', 3, 'Home', 0, 3, 1, 1578235929, 1744816524, 1, NULL, '{"productGroupID":3,"id":3,"name":"Home","showInWebshop":1,"nonDiscountable":0,"positionNo":3,"parentGroupID":0,"added":1578235929,"lastModified":1744816524}');
INSERT INTO product_groups VALUES ('100001', 9, 'Furniture', 3, 1, 1, 1579386257, 1746689248, 1, NULL, '{"productGroupID":9,"id":9,"name":"Furniture","showInWebshop":1,"nonDiscountable":0,"positionNo":1,"parentGroupID":3,"added":1579386257,"lastModified":1746689248}');
INSERT INTO product_groups VALUES ('100001', 19, 'Chairs', 9, 7, 1, 1580481362, 0, 1, NULL, '{"productGroupID":19,"id":19,"name":"Chairs","showInWebshop":1,"nonDiscountable":0,"positionNo":7,"parentGroupID":9,"added":1580481362,"lastModified":0}');
INSERT INTO product_groups VALUES ('100001', 20, 'Tables', 9, 8, 1, 1579788653, 1749097111, 1, NULL, '{"productGroupID":20,"id":20,"name":"Tables","showInWebshop":1,"nonDiscountable":0,"positionNo":8,"parentGroupID":9,"added":1579788653,"lastModified":1749097111}');
INSERT INTO product_groups VALUES ('100001', 10, 'Bathroom', 3, 2, 1, 1578945124, 1750356424, 1, NULL, '{"productGroupID":10,"id":10,"name":"Bathroom","showInWebshop":1,"nonDiscountable":0,"positionNo":2,"parentGroupID":3,"added":1578945124,"lastModified":1750356424}');
INSERT INTO product_groups VALUES ('100001', 21, 'Bath Textiles', 10, 9, 1, 1580298716, 1742338485, 1, NULL, '{"productGroupID":21,"id":21,"name":"Bath Textiles","showInWebshop":1,"nonDiscountable":0,"positionNo":9,"parentGroupID":10,"added":1580298716,"lastModified":1742338485}');
INSERT INTO product_groups VALUES ('100001', 4, 'Leisure', 0, 4, 1, 1579580089, 1746795002, 1, NULL, '{"productGroupID":4,"id":4,"name":"Leisure","showInWebshop":1,"nonDiscountable":0,"positionNo":4,"parentGroupID":0,"added":1579580089,"lastModified":1746795002}');
INSERT INTO product_groups VALUES ('100001', 11, 'Computers', 4, 1, 1, 1579653535, 1765953918, 1, NULL, '{"productGroupID":11,"id":11,"name":"Computers","showInWebshop":1,"nonDiscountable":0,"positionNo":1,"parentGroupID":4,"added":1579653535,"lastModified":1765953918}');
INSERT INTO product_groups VALUES ('100001', 22, 'Desktop Computers', 11, 10, 1, 1579509589, 1756872944, 1, NULL, '{"productGroupID":22,"id":22,"name":"Desktop Computers","showInWebshop":1,"nonDiscountable":0,"positionNo":10,"parentGroupID":11,"added":1579509589,"lastModified":1756872944}');
INSERT INTO product_groups VALUES ('100001', 23, 'Keyboards & Mice', 11, 11, 1, 1578011790, 0, 1, NULL, '{"productGroupID":23,"id":23,"name":"Keyboards & Mice","showInWebshop":1,"nonDiscountable":0,"positionNo":11,"parentGroupID":11,"added":1578011790,"lastModified":0}');
INSERT INTO product_groups VALUES ('100001', 12, 'Sports & Games', 4, 2, 1, 1578077709, 0, 1, NULL, '{"productGroupID":12,"id":12,"name":"Sports & Games","showInWebshop":1,"nonDiscountable":0,"positionNo":2,"parentGroupID":4,"added":1578077709,"lastModified":0}');
INSERT INTO product_groups VALUES ('100001', 24, 'Balls, Bikes & Cars', 12, 12, 1, 1578119772, 1763620357, 1, NULL, '{"productGroupID":24,"id":24,"name":"Balls, Bikes & Cars","showInWebshop":1,"nonDiscountable":0,"positionNo":12,"parentGroupID":12,"added":1578119772,"lastModified":1763620357}');
INSERT INTO warehouses VALUES ('100001', 1, 'W01', 'Main Warehouse', 0, 1, NULL, '{"warehouseID":1,"pricelistID":1,"pricelistID2":0,"pricelistID3":0,"pricelistID4":0,"pricelistID5":0,"name":"Main Warehouse","code":"W01","addressID":0,"address":"54 S Center Street, Mansfield, 73460, United States","street":"54 S Center Street","address2":"","city":"Mansfield","state":"","country":"United States","ZIPcode":"73460","storeGroups":"","companyName":"Example Retail Ltd","companyCode":"","companyVatNumber":"","phone":"+1 202 555 0101","fax":"","email":"store-1@example.test","website":"","bankName":"","bankAccountNumber":"","iban":"","swift":"","usesLocalQuickButtons":0,"defaultCustomerGroupID":0,"isOfflineInventory":0,"assortmentID":0,"timeZone":""}');
INSERT INTO warehouses VALUES ('100001', 2, 'W02', 'Lewisville Reserve', 1, 1, NULL, '{"warehouseID":2,"pricelistID":1,"pricelistID2":2,"pricelistID3":0,"pricelistID4":0,"pricelistID5":0,"name":"Lewisville Reserve","code":"W02","addressID":0,"address":"116 The Woodlands, Lewisville, 46915, United States","street":"116 The Woodlands","address2":"","city":"Lewisville","state":"","country":"United States","ZIPcode":"46915","storeGroups":"","companyName":"Example Retail Ltd","companyCode":"","companyVatNumber":"","phone":"+1 202 555 0102","fax":"","email":"store-2@example.test","website":"","bankName":"","bankAccountNumber":"","iban":"","swift":"","usesLocalQuickButtons":1,"defaultCustomerGroupID":0,"isOfflineInventory":1,"assortmentID":1,"timeZone":""}');
INSERT INTO stock VALUES ('100001', 1, 1, 34.83, 0, 1);
INSERT INTO stock VALUES ('100001', 1, 2, 10.032, 0, 1);
INSERT INTO stock VALUES ('100001', 2, 1, 12.073, 0, 1);
INSERT INTO stock VALUES ('100001', 2, 2, 25.83, 0, 1);
INSERT INTO stock VALUES ('100001', 3, 1, 5, 0, 1);
INSERT INTO stock VALUES ('100001', 3, 2, 8, 0, 1);
INSERT INTO stock VALUES ('100001', 4, 1, 10.857, 0, 1);
INSERT INTO stock VALUES ('100001', 5, 2, 35, 0, 1);
INSERT INTO stock VALUES ('100001', 6, 2, 63, 0, 1);
INSERT INTO sync_state VALUES ('100001', 'warehouses', 'idle', 1772445539, 2, 0, 0, '{"phase":"idle","generation":1,"watermark":1772445539,"watermarkAt":1772445600000,"fullAt":1772445600000}', 1772445600);
INSERT INTO sync_state VALUES ('100001', 'productGroups', 'idle', 1772445539, 24, 0, 0, '{"phase":"idle","generation":1,"watermark":1772445539,"watermarkAt":1772445600000,"fullAt":1772445600000}', 1772445600);
INSERT INTO sync_state VALUES ('100001', 'products', 'idle', 1772445539, 6, 0, 0, '{"phase":"idle","generation":1,"watermark":1772445539,"watermarkAt":1772445600000,"fullAt":1772445600000}', 1772445600);
INSERT INTO sync_state VALUES ('100001', 'stock', 'idle', 1772445539, 9, 0, 0, '{"phase":"idle","generation":1,"fullAt":1772445600000,"warehouses":[1,2],"watermark":1772445539,"watermarkAt":1772445600000}', 1772445600);
-- Added by hand: what a run seldom leaves behind.
UPDATE products SET deleted_at = 1772445000 WHERE id = 5;
INSERT INTO dead_letters VALUES ('100001', 'products', 3, 0, 'price', 'not a number', 1772445600);
INSERT INTO stock_staged VALUES ('100001', 9, 1, 2, NULL, NULL);
INSERT INTO warehouses VALUES ('200002', 7, 'W7', 'Another account''s', 0, 1, NULL, '{"warehouseID":7}');
INSERT INTO sync_state VALUES ('200002', 'warehouses', 'idle', 1772445539, 1, 0, 0, '{"phase":"idle","generation":1,"watermark":1772445539}', 1772445600);
