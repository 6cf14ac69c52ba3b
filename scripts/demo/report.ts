/** One line of the table at the end. */
export interface ReportLine {
  readonly lane: string;
  readonly run: string;
  readonly records: number;
  readonly requests: number;
  readonly costUnits: number;
  readonly seconds: number;
}

/** What of the importer's report is shown. */
export interface ImportReport extends Pick<ReportLine, 'requests' | 'costUnits' | 'seconds'> {
  readonly lanes: readonly (Omit<ReportLine, 'run'> & {
    readonly deletions: number;
    readonly mode: string;
  })[];
}

/** What of the feed's report is shown. */
export interface FeedReport extends Omit<ReportLine, 'lane' | 'run' | 'records'> {
  readonly rows: number;
  readonly files: readonly { readonly path: string }[];
}

export function importLines(run: string, report: ImportReport): ReportLine[] {
  const lanes = report.lanes.map((lane) => ({ ...lane, run, records: lane.records + lane.deletions }));
  const ofLanes = totalOf(lanes);
  // The login where no lane has it, and the question which tables have changed.
  const beside = {
    lane: 'for all lanes',
    run,
    records: 0,
    requests: report.requests - ofLanes.requests,
    costUnits: tenths(report.costUnits - ofLanes.costUnits),
    seconds: Math.max(0, report.seconds - ofLanes.seconds),
  };
  return beside.requests > 0 ? [...lanes, beside] : lanes;
}

export function feedLine({ rows, ...report }: FeedReport): ReportLine {
  return { ...report, lane: 'stock feed', run: 'full', records: rows };
}

/** What starting the programs took, and all that they do outside of what they report. */
export function startLine(seconds: number): ReportLine {
  return { lane: 'starting programs', run: '', records: 0, requests: 0, costUnits: 0, seconds };
}

/** What the demo itself asked of the shop, changed in it and compared. */
export function demoLine(usage: Pick<ReportLine, 'records' | 'requests' | 'costUnits'>, seconds: number) {
  return { lane: 'the demo itself', run: '', ...usage, seconds };
}

/** All lines in one: the sums of what the table shows. */
export function totalOf(lines: readonly ReportLine[]): ReportLine {
  const sum = (field: 'records' | 'requests' | 'costUnits' | 'seconds') =>
    lines.reduce((total, line) => total + line[field], 0);
  return {
    lane: 'total',
    run: '',
    records: sum('records'),
    requests: sum('requests'),
    // Tenths of a unit add up exactly, their binary fractions do not.
    costUnits: tenths(sum('costUnits')),
    seconds: tenths(lines.reduce((total, line) => total + tenths(line.seconds), 0)),
  };
}

const tenths = (value: number) => Math.round(value * 10) / 10;

const columns: readonly [title: string, text: (line: ReportLine) => string][] = [
  ['lane', (line) => line.lane],
  ['run', (line) => line.run],
  ['records', (line) => line.records.toLocaleString('en')],
  ['requests', (line) => String(line.requests)],
  ['quota units', (line) => line.costUnits.toFixed(1)],
  ['seconds', (line) => line.seconds.toFixed(1)],
];
const textColumns = 2;

/** The lines as a table: texts to the left, numbers to the right. */
export function reportTable(lines: readonly ReportLine[]): string {
  const rows = [
    columns.map(([title]) => title),
    ...lines.map((line) => columns.map(([, text]) => text(line))),
  ];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const padded = (cell: string, index: number) =>
    index < textColumns ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0);
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}
