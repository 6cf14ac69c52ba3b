import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/** @typedef {(text: string) => void} Print */

/** As the runner reads the text of a command: in one line. @param {string} text */
const escaped = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** @type {Print} */
const print = (text) => void process.stdout.write(`${text}\n`);

/** Text from outside without what moves the cursor or colours the log. @param {string} text */
const visible = (text) => text.replace(/[^\P{Cc}\n\t]/gu, '');

/** @param {'error' | 'warning'} kind @param {string} text */
export const annotate = (kind, text) => print(`::${kind} title=erply-mock::${escaped(visible(text))}`);

/** Keeps a value out of the log. @param {string} value */
export const mask = (value) => print(`::add-mask::${escaped(value)}`);

/**
 * Prints text in a group that can be unfolded. It comes from outside: nothing in it is taken for a command to the runner.
 * @param {string} title
 * @param {string} text
 */
export function printGroup(title, text) {
  const token = randomUUID();
  print(`::group::${escaped(visible(title))}`);
  print(`::stop-commands::${token}`);
  print(visible(text).trimEnd());
  print(`::${token}::`);
  print('::endgroup::');
}

/**
 * Hands values to the runner: outputs, state for the post step, or environment of the steps that follow.
 * @param {string | undefined} file as the runner names it
 * @param {Readonly<Record<string, string | number>>} values without line breaks
 */
export function handOver(file, values) {
  if (file === undefined || file === '') return;
  for (const [name, value] of Object.entries(values)) {
    if (/[\r\n]/.test(String(value))) throw new Error(`the value of ${name} has several lines`);
    appendFileSync(file, `${name}=${value}\n`);
  }
}
