import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from './ask.ts';

/** An empty shop with two products. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  for (const name of ['One', 'Two']) account.data('products').insert({ groupID: 1, name });
  account.data('productFileTypes').insert({ name: 'Manual' });
  return { mock, account, ...(await loggedIn(mock)) };
}

const jpeg = '/9j/4AAQ';
const pdf = 'JVBERi0x';

describe('pictures of products', () => {
  it('are saved, and are the images of their product', async () => {
    const { call } = await shop();
    const sent = { productID: 1, pictureName: 'Front', picture: jpeg, filename: 'front view.jpg' };
    expect((await call('saveProductPicture', sent)).records).toEqual([{ productPictureID: 1 }]);
    const at = (size: string) => `https://pictures.example.test/100001/${size}/front%20view.jpg`;
    const shown = {
      name: 'Front',
      ...{ thumbURL: at('thumb'), smallURL: at('small'), largeURL: at('large'), fullURL: at('full') },
      external: 0,
      hostingProvider: '',
    };
    expect((await call('getProductPictures')).records).toEqual([
      { productPictureID: 1, productID: 1, ...shown, added: start, lastModified: 0 },
    ]);
    const product = async (productID: number) => (await call('getProducts', { productID })).records[0];
    expect((await product(1)).images).toEqual([{ pictureID: '1', ...shown }]);
    expect(await product(2)).not.toHaveProperty('images');
    expect((await product(1)).lastModified).toBe(0);
  });

  it('are edited: what is not named stays, new content has a new address', async () => {
    const { mock, call } = await shop();
    await call('saveProductPicture', { productID: 1, pictureName: 'Front', picture: jpeg });
    const [before] = (await call('getProductPictures')).records;
    mock.clock.advance(60);
    await call('saveProductPicture', { productPictureID: 1, pictureName: 'Back' });
    const [renamed] = (await call('getProductPictures')).records;
    expect(renamed).toEqual({ ...before, name: 'Back', lastModified: start + 60 });
    await call('saveProductPicture', {
      productPictureID: 1,
      url: 'https://x.test/1.png',
      hostingProvider: 'X1',
    });
    const elsewhere = { thumbURL: 'https://x.test/1.png', external: 1, hostingProvider: 'X1', name: 'Back' };
    expect((await call('getProductPictures')).records[0]).toMatchObject(elsewhere);
    await call('saveProductPicture', { productPictureID: 1, picture: jpeg });
    const [again] = (await call('getProductPictures')).records;
    expect(again).toMatchObject({ external: 0, hostingProvider: '' });
    expect(again.fullURL).not.toBe(before.fullURL);
  });

  it('are found by ID, by product and since when they changed', async () => {
    const { mock, call } = await shop();
    for (const productID of [1, 2, 2]) await call('saveProductPicture', { productID, picture: jpeg });
    mock.clock.advance(60);
    await call('saveProductPicture', { productPictureID: 2, pictureName: 'x' });
    const found = async (fields: Fields) =>
      (await call('getProductPictures', fields)).records.map((picture: any) => picture.productPictureID);
    expect(await found({ productPictureID: 3 })).toEqual([3]);
    expect(await found({ productID: 2 })).toEqual([2, 3]);
    expect(await found({ changedSince: start + 60 })).toEqual([2]);
    expect(await found({ recordsOnPage: 2, pageNo: 2 })).toEqual([3]);
  });

  it('are deleted one by one, or all of a product, or with it', async () => {
    const { call } = await shop();
    for (const productID of [1, 1, 1, 2, 2]) await call('saveProductPicture', { productID, picture: jpeg });
    const left = async () =>
      (await call('getProductPictures')).records.map((picture: any) => picture.productPictureID);
    expect(await call('deleteProductPicture', { productPictureID: 2 })).toMatchObject({
      status: { errorCode: 0 },
      records: [],
    });
    expect(await left()).toEqual([1, 3, 4, 5]);
    const images = (await call('getProducts', { productID: 1 })).records[0].images;
    expect(images.map((image: any) => image.pictureID)).toEqual(['1', '3']);
    await call('deleteProductPicture', { productID: 1 });
    expect(await left()).toEqual([4, 5]);
    expect((await call('getProducts', { productID: 1 })).records[0]).not.toHaveProperty('images');
    await call('deleteProduct', { productID: 2 });
    expect(await left()).toEqual([]);
  });

  it.each<[string, string, Fields, number, string | null]>([
    ['saveProductPicture', 'no product', { picture: jpeg }, 1010, 'productID'],
    ['saveProductPicture', 'a product', { productID: 9, picture: jpeg }, 1011, 'productID'],
    ['saveProductPicture', 'a picture', { productPictureID: 9, pictureName: 'x' }, 1011, 'productPictureID'],
    ['saveProductPicture', 'no content', { productID: 1 }, 1090, 'picture'],
    ['saveProductPicture', 'empty content', { productPictureID: 1, picture: '' }, 1090, 'picture'],
    ['saveProductPicture', 'no base64', { productID: 1, picture: '<svg>' }, 1091, 'picture'],
    ['saveProductPicture', 'half base64', { productID: 1, picture: 'AAAAA' }, 1091, 'picture'],
    ['saveProductPicture', 'a PDF', { productID: 1, picture: pdf, filename: 'a.JPG' }, 1214, 'picture'],
    ['saveProductPicture', 'no web address', { productID: 1, url: 'ftp://x.test/1.png' }, 1015, 'url'],
    [
      'saveProductPicture',
      'an odd provider',
      { productID: 1, url: 'https://x.test/1', hostingProvider: 'a-b' },
      1015,
      'hostingProvider',
    ],
    [
      'saveProductPicture',
      'a provider of what is sent',
      { productID: 1, picture: jpeg, hostingProvider: 'X' },
      1013,
      'hostingProvider',
    ],
    ['deleteProductPicture', 'nothing', {}, 1010, 'productPictureID'],
    ['deleteProductPicture', 'a picture', { productPictureID: 9 }, 1011, 'productPictureID'],
    ['deleteProductPicture', 'a product', { productID: 9 }, 1011, 'productID'],
    ['saveProductFile', 'a type', { productID: 1, file: pdf, fileTypeID: 9 }, 1011, 'fileTypeID'],
    ['saveProductFile', 'no content', { productID: 1 }, 1090, 'file'],
    ['saveProductFile', 'a picture', { productID: 1, file: jpeg, filename: 'a.pdf' }, 1214, 'file'],
    ['deleteProductFile', 'nothing', {}, 1010, 'productFileID'],
  ])('and files are refused by %s: %s', async (request, _name, fields, errorCode, errorField) => {
    const { call } = await shop();
    await call('saveProductPicture', { productID: 1, picture: jpeg });
    expect((await call(request, fields)).status).toMatchObject({ errorCode, errorField });
    expect((await call('getProductPictures')).records).toHaveLength(1);
    expect((await call('getProductFiles')).records).toEqual([]);
  });
});

describe('files of products', () => {
  it('are saved, edited and shown by getProducts on demand, with the name that their type has now', async () => {
    const { mock, account, call } = await shop();
    const sent = { productID: 1, name: 'How to', file: pdf, filename: 'a.pdf', fileTypeID: 1 };
    expect((await call('saveProductFile', sent)).records).toEqual([{ productFileID: 1 }]);
    const shown = {
      name: 'How to',
      ...{ typeID: 1, typeName: 'Manual', isInformationFile: 0 },
      ...{ fileURL: 'https://files.example.test/100001/a.pdf', external: 0, hostingProvider: '' },
    };
    expect((await call('getProductFiles')).records).toEqual([
      { productFileID: 1, productID: 1, ...shown, added: start, lastModified: 0 },
    ]);
    mock.clock.advance(60);
    await call('saveProductFile', { productFileID: 1, isInformationFile: 1 });
    account.data('productFileTypes').update(1, { name: 'Guide' });
    const { records } = await call('getProducts', {
      getRelatedFiles: 1,
      orderBy: 'productID',
      orderByDir: 'asc',
    });
    const relatedFiles = [{ fileID: 1, ...shown, isInformationFile: 1, typeName: 'Guide' }];
    expect(records.map((product: any) => product.relatedFiles)).toEqual([relatedFiles, []]);
    expect((await call('getProducts', { productID: 1 })).records[0]).not.toHaveProperty('relatedFiles');
    expect((await call('getProductFiles', { changedSince: start + 60 })).records).toHaveLength(1);
    expect((await call('getProductFiles', { productID: 2 })).records).toEqual([]);
    await call('deleteProductFile', { productFileID: 1 });
    expect((await call('getProductFiles')).records).toEqual([]);
  });

  it('have types that getProductFileTypes lists', async () => {
    const { call } = await shop();
    const type = { typeID: 1, name: 'Manual', added: start, lastModified: 0 };
    expect((await call('getProductFileTypes')).records).toEqual([type]);
  });
});
