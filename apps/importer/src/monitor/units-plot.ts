import type { HourUnits } from '../watch/hour-units.ts';
import { type Html, html } from './html.ts';

const width = 600;
const height = 120;
const left = 44;
const bottom = 22;
const top = 16;

/** The units of each minute of this quota hour, as bars. */
export function unitsPlot({ minutes, startedAt }: HourUnits): Html {
  const most = niceMost(Math.max(1, ...minutes.map(({ units }) => units)));
  const inner = height - bottom - top;
  const x = (minute: number) => left + (minute * (width - left)) / 60;
  const bars = minutes.map(({ minute, units }) => {
    const tall = Math.max(1, (units / most) * inner);
    return html`<rect class="bar" x="${round(x(minute) + 1)}" y="${round(height - bottom - tall)}" width="${round((width - left) / 60 - 2)}" height="${round(tall)}"><title>${clock(startedAt + minute * 60_000)}: ${units} units</title></rect>`;
  });
  const lines = [0, most / 2, most].map((units) => {
    const y = round(height - bottom - (units / most) * inner);
    return html`<line class="axis" x1="${left}" y1="${y}" x2="${width}" y2="${y}"/><text x="${left - 6}" y="${y + 4}" text-anchor="end">${units}</text>`;
  });
  const times = [0, 15, 30, 45].map(
    (minute) =>
      html`<text x="${round(x(minute))}" y="${height - 4}">${clock(startedAt + minute * 60_000)}</text>`,
  );
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Units of the quota by the minute of this hour">${lines}${bars}${times}</svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
const clock = (ms: number) => new Date(ms).toISOString().slice(11, 16);

/** 1, 2 or 5 times a power of ten. */
function niceMost(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}
