import type { Account } from '../../account/account.ts';

/** What days of a register are told apart by. */
interface DayKey {
  readonly pointOfSaleID: number;
  readonly openedUnixTime: number;
  readonly currencyCode: string;
}

/** The day that a register was opened for at that time, in that currency. */
export function findDay(account: Account, key: DayKey): number | undefined {
  const table = account.table('dayClosings');
  return table.find('openedUnixTime', key.openedUnixTime).find((id) => {
    const { pointOfSaleID, currencyCode } = table.get(id) ?? {};
    return pointOfSaleID === key.pointOfSaleID && currencyCode === key.currencyCode;
  });
}

/** The day of a register that is open in that currency; the one that was opened last where there are several. */
export function openDayOf(
  account: Account,
  { pointOfSaleID, currencyCode }: Omit<DayKey, 'openedUnixTime'>,
): number | undefined {
  const table = account.table('dayClosings');
  const open = table.find('pointOfSaleID', pointOfSaleID).filter((id) => {
    const day = table.get(id);
    return !day?.closedUnixTime && day?.currencyCode === currencyCode;
  });
  const openedAt = (id: number) => Number(table.get(id)?.openedUnixTime ?? 0);
  return open.reduce<number | undefined>(
    (last, id) => (last === undefined || openedAt(id) >= openedAt(last) ? id : last),
    undefined,
  );
}
