import { DuckDBInstance } from '@duckdb/node-api';

export type DuckRow = Readonly<Record<string, unknown>>;

/** DuckDB, in memory: it reads Parquet with eyes that are not ours. */
export async function openDuckDB() {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    ask: async (text: string): Promise<DuckRow[]> =>
      (await connection.runAndReadAll(text)).getRowObjectsJson() as DuckRow[],
    [Symbol.dispose]() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
