import { durationText } from '@erply-kit/command-line';
import type { LaneProgress } from '@erply-kit/sync';

import { count, decimal } from '../output/table.ts';
import type { LaneStatus } from '../read-status.ts';
import type { WatchReading } from '../watch/watch-state.ts';
import { isAllFresh, type LaneFreshness } from './freshness.ts';
import { type Html, html } from './html.ts';
import { pageStyle } from './page-style.ts';
import { unitsPlot } from './units-plot.ts';

export interface PageInput {
  readonly clientCode: string;
  readonly reading: WatchReading;
  readonly freshness: readonly LaneFreshness[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Seconds between two looks of a browser at the page. */
const refreshSeconds = 10;

/** The page at `/`: how fresh the copy is, what the program does, what went wrong. Asks nobody for anything else. */
export function statusPage(input: PageInput): string {
  const { clientCode, freshness, now, reading } = input;
  const isFresh = isAllFresh(freshness);
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${refreshSeconds}"><title>${isFresh ? '' : '! '}importer ${clientCode}</title>
<style>${{ html: pageStyle }}</style></head><body><main>
<header><h1>Account ${clientCode}</h1><span class="badge ${isFresh ? 'good' : 'bad'}">${isFresh ? 'up to date' : 'not up to date'}</span>
<span class="dim">${new Date(now).toISOString().slice(0, 19).replace('T', ' ')} UTC, again every ${refreshSeconds} s</span></header>
<section><h2>Now</h2>${nowPart(input)}</section>
<section><h2>Lanes</h2><div class="scroll"><table><thead><tr><th>lane<th>state<th>behind<th>records<th>did not fit<th class="wide">removed</tr></thead><tbody>${reading.lanes.map((lane) => laneRow(lane, input))}</tbody></table></div></section>
<section><h2>Quota of this hour</h2>${quotaPart(input)}</section>
<section><h2>Last errors</h2>${errorsPart(input)}</section>
</main></body></html>`;
  return page.html;
}

function nowPart({ reading, now }: PageInput): Html {
  const { activity, progress, lastRun } = reading;
  const last = lastRun
    ? html`<p class="dim">The last run ${lastRun.outcome === 'completed' ? 'went well' : lastRun.outcome === 'refused' ? 'has refused a lane' : 'failed'} ${ago(now - lastRun.endedAt)} and took ${durationText(lastRun.seconds * 1000)}.</p>`
    : html``;
  const rows = progress.map(progressPart);
  if (activity.kind === 'quotaWait')
    return html`<p class="wait">The quota of the hour is used up; going on in ${durationText(Math.max(0, activity.until - now))}.</p>${rows}${last}`;
  if (activity.kind === 'running')
    return html`<p>A run is under way for ${durationText(now - activity.since)}.</p>${rows}${last}`;
  const next = durationText(Math.max(0, activity.until - now));
  return activity.failures > 0
    ? html`<p class="bad">${activity.failures} ${activity.failures === 1 ? 'run has' : 'runs have'} failed in a row; trying again in ${next}.</p>${last}`
    : html`<p>The next run begins in ${next}.</p>${last}`;
}

function progressPart({ lane, records, total, recordsPerSecond, etaSeconds, costUnits }: LaneProgress): Html {
  const share = total
    ? html`<progress max="${total}" value="${Math.min(records, total)}"></progress>`
    : html``;
  const of = total ? ` of ${count(total)}` : '';
  const left = etaSeconds === undefined ? '' : `, ${durationText(etaSeconds * 1000)} left`;
  return html`<p>${lane}: ${count(records)}${of} records, ${count(Math.round(recordsPerSecond))}/s, ${decimal(costUnits)} units${left}</p>${share}`;
}

const stateWords: Readonly<Record<LaneFreshness['state'], string>> = {
  fresh: 'fresh',
  late: 'late',
  refused: 'held back',
  never: 'first pass',
};

const stateClasses: Readonly<Record<LaneFreshness['state'], string>> = {
  fresh: 'good',
  late: 'bad',
  refused: 'bad',
  never: 'wait',
};

function laneRow({ lane, records, removed, deadLetters }: LaneStatus, { freshness }: PageInput): Html {
  const { state, lagSeconds } = freshness.find((one) => one.lane === lane) ?? {
    state: 'never' as const,
    lagSeconds: undefined,
  };
  const behind = lagSeconds === undefined ? '–' : durationText(lagSeconds * 1000);
  const amiss = deadLetters > 0 ? 'bad' : '';
  return html`<tr><td>${lane}<td class="${stateClasses[state]}">${stateWords[state]}<td>${behind}<td>${count(records)}<td class="${amiss}">${count(deadLetters)}<td class="wide">${count(removed)}</tr>`;
}

function quotaPart({ reading: { hour, requests, units } }: PageInput): Html {
  return html`<dl><div><dt>used by this program</dt><dd>${decimal(hour.used)}</dd></div><div><dt>left, if nobody else uses any</dt><dd>${decimal(hour.left)}</dd></div><div><dt>since the start</dt><dd>${decimal(units)} units, ${count(requests)} requests</dd></div></dl>${unitsPlot(hour)}`;
}

function errorsPart({ reading: { errors }, now }: PageInput): Html {
  if (errors.length === 0) return html`<p class="dim">None since the start.</p>`;
  const items = errors.map(
    ({ at, kind, message }) => html`<li><span class="dim">${ago(now - at)}, ${kind}:</span> ${message}</li>`,
  );
  return html`<ul>${items}</ul>`;
}

const ago = (ms: number) => `${durationText(Math.max(0, ms))} ago`;
