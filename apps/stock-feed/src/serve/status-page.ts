import { labelOf } from '../source/stock-source.ts';
import type { FeedSnapshot } from '../store/feed-snapshot.ts';
import type { Freshness } from './freshness.ts';

export interface StatusPageOptions {
  readonly fileNames: readonly string[];
  readonly snapshot: FeedSnapshot | undefined;
  readonly checkedAt: string | undefined;
  readonly freshness: ReturnType<Freshness['read']>;
  readonly listeners: number;
}

/** Warehouses in the table; who has more finds them in the manifest. */
const mostWarehouses = 100;

/** A page for people: what is served, how much, how old, and where. It needs neither scripts nor anything from elsewhere. */
export function statusPage({
  fileNames,
  snapshot,
  checkedAt,
  freshness,
  listeners,
}: StatusPageOptions): string {
  const facts: [string, string][] = [
    ['Status', freshness.status],
    ['Rows', snapshot ? snapshot.size.toLocaleString('en') : 'none yet: the first read is under way'],
    ['Changed last', snapshot?.generatedAt ?? '–'],
    ['Checked last', checkedAt ?? '–'],
    ['Age', freshness.ageSeconds === undefined ? '–' : `${freshness.ageSeconds.toLocaleString('en')} s`],
    ['Watermark', String(snapshot?.sequence ?? '–')],
    ['Listeners to events', String(listeners)],
  ];
  const links = [...fileNames, 'manifest.json', 'healthz', 'events'];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Stock feed: ${freshness.status}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
th { text-align: left; font-weight: normal; padding-right: 2rem; opacity: .75 }
td + td { text-align: right }
</style>
<h1>Stock feed</h1>
<table>
${facts.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escapeText(value)}</td></tr>`).join('\n')}
</table>
<h2>What is served</h2>
<ul>
${links.map((link) => `<li><a href="${link}">/${link}</a></li>`).join('\n')}
</ul>
<p>Add <code>?warehouse=ID</code> for one warehouse, <code>?changedSince=WATERMARK</code> for what has changed.</p>
${snapshot ? warehouseTable(snapshot) : ''}
</html>
`;
}

function warehouseTable({ warehouses }: FeedSnapshot): string {
  const rows = warehouses
    .slice(0, mostWarehouses)
    .map(
      (one) =>
        `<tr><td>${one.warehouseID}</td><th scope="row">${escapeText(labelOf(one))}</th><td>${one.stockRows.toLocaleString('en')}</td></tr>`,
    );
  const more = warehouses.length - rows.length;
  return `<h2>Warehouses</h2>
<table>
<tr><th scope="col">ID</th><th scope="col">Name</th><th scope="col">Rows of stock</th></tr>
${rows.join('\n')}
</table>${more > 0 ? `\n<p>and ${more} more: see the manifest.</p>` : ''}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeText = (text: string) =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
