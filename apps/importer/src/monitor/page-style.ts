/** The page's only style sheet: colours of the system's scheme, one column on a phone. */
export const pageStyle = `
:root { color-scheme: light dark; --back: #f6f7f8; --card: #fff; --text: #1c2227; --dim: #5b6670; --line: #dde2e6;
  --good: #1a7f4b; --bad: #b3261e; --wait: #8a5a00; --bar: #2f6fb5; --track: #e7ebee; }
@media (prefers-color-scheme: dark) { :root { --back: #14181b; --card: #1d2327; --text: #e6eaed; --dim: #9aa6af;
  --line: #313a40; --good: #5fd08f; --bad: #ff8a80; --wait: #f0bd5b; --bar: #6aa9ee; --track: #2a3238; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.25rem 1rem 2.5rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; margin-bottom: 1rem; }
h1 { font-size: 1.35rem; margin: 0; }
h2 { font-size: .95rem; margin: 0 0 .6rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; margin-bottom: 1rem; }
p { margin: 0; }
.dim { color: var(--dim); }
.badge { font-weight: 600; padding: .05rem .6rem; border-radius: 1rem; border: 1px solid currentColor; }
.good { color: var(--good); } .bad { color: var(--bad); } .wait { color: var(--wait); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { font-weight: 500; color: var(--dim); font-size: .85rem; }
th, td { padding: .35rem .5rem; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
tr:last-child td { border-bottom: 0; }
progress { width: 100%; height: .5rem; accent-color: var(--bar); }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
li:last-child { border-bottom: 0; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--dim); font-size: 11px; }
.bar { fill: var(--bar); } .axis { stroke: var(--line); }
dl { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0 0 .75rem; }
dl div { display: flex; gap: .5rem; } dt { color: var(--dim); } dd { margin: 0; font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) { th, td { padding: .35rem .35rem; } .wide { display: none; } svg text { font-size: 18px; } section { padding: .75rem; } }
`;
