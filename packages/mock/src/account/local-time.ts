/** The day yyyy-mm-dd and the time hh:mm:ss that clocks show. */
export interface LocalTime {
  readonly date: string;
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('sv-SE', { ...parts, ...clock, timeZone });
}

/** Making a format takes a hundred times as long as using it. Zones that do not exist are UTC, and are not kept. */
function knownFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  try {
    const format = formatOf(timeZone);
    formats.set(timeZone, format);
    return format;
  } catch {
    return knownFormat('UTC');
  }
}

/** What clocks in a time zone show at an instant, Unix seconds. */
export function localTime(timeZone: string, unixSeconds: number): LocalTime {
  const [date = '', time = ''] = knownFormat(timeZone)
    .format(unixSeconds * 1000)
    .split(' ');
  return { date, time };
}
