import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import { inputNamed, optionValue, readInputs } from './inputs.js';
import { readJournals } from './read-journals.js';
import { annotate, printGroup } from './runner.js';
import { files } from './start-fake.js';
import { isRunning, stopFake } from './stop-fake.js';

const maxLogCharacters = 64 * 1024;

/** The end of a job: prints what happened when it failed, and stops the fake. */
async function post() {
  const {
    STATE_pid: pid = '',
    STATE_start: start = '',
    STATE_folder: folder = '',
    STATE_url: url = '',
  } = process.env;
  const fake = { pid: Number(pid), start };
  const isThere = await isRunning(fake);
  if (url !== '' && !isThere)
    annotate('warning', 'the fake had ended before the job did; what it wrote follows');
  else if (url !== '' && inputNamed(process.env, 'job-status') !== 'success') await printJournals(url);
  if (isThere) await stopFake(fake);
  printFile('What erply-mock wrote', join(folder, files.log));
  if (basename(folder).startsWith('erply-mock-')) rmSync(folder, { recursive: true, force: true });
}

/** @param {string} url */
async function printJournals(url) {
  try {
    const token = optionValue(readInputs(process.env).args, 'control-token', process.env);
    for (const { title, text } of await readJournals(url, token)) printGroup(title, text);
  } catch (error) {
    annotate('warning', `the journal cannot be read: ${/** @type {Error} */ (error).message}`);
  }
}

/** @param {string} title @param {string} file */
function printFile(title, file) {
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (text !== '') printGroup(title, text.slice(-maxLogCharacters));
}

// What goes wrong here says nothing about the code that was tested, so it does not fail the job.
post().catch((error) => annotate('warning', error.message));
