import type { Account } from '../account/account.ts';
import { nameField } from '../account/languages.ts';
import type { Row } from '../store/row.ts';

/** The names of a record in all languages of the account, "" where it has none (getAllLanguages). */
export function allNamesBlock(account: Account, tableName: string): (record: Row) => Row {
  const { own, all } = account.languages;
  const table = account.table(tableName);
  return (record) => {
    const row = table.get(Number(record[table.definition.key])) ?? {};
    return Object.fromEntries(
      all.map((language) => {
        const name = language === own ? row.name : row[nameField(language)];
        return [nameField(language), name ?? ''];
      }),
    );
  };
}
