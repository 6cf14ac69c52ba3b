const longestAnswerMs = 10_000;
const maxAccounts = 20;
const maxRequests = 50;
const maxLineCharacters = 2000;
const maxErrorCharacters = 200;

/**
 * The last requests of the accounts of a fake, a line each, as the fake masks them.
 * @param {string} url of the fake
 * @param {string} token of its control API; empty for none
 * @returns {Promise<{ title: string, text: string }[]>}
 */
export async function readJournals(url, token) {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
  /** @param {string} path @returns {Promise<any>} */
  const ask = async (path) => {
    const response = await fetch(`${url}/_mock/accounts${path}`, {
      headers,
      signal: AbortSignal.timeout(longestAnswerMs),
    });
    if (!response.ok)
      throw new Error(
        `the control API answered ${response.status}: ${(await response.text()).slice(0, maxErrorCharacters)}`,
      );
    return response.json();
  };
  const accounts = await ask('');
  const journals = [];
  for (const { clientCode } of accounts.slice(-maxAccounts)) {
    const { entries } = await ask(`/${clientCode}/journal?limit=${maxRequests}`);
    const lines = entries.map((/** @type {unknown} */ entry) =>
      JSON.stringify(entry).slice(0, maxLineCharacters),
    );
    const title = `Account ${clientCode}: its last ${lines.length} requests`;
    if (lines.length > 0) journals.push({ title, text: lines.join('\n') });
  }
  const left = accounts.length - maxAccounts;
  if (left > 0)
    journals.push({
      title: `${left} more accounts`,
      text: `Shown are the ${maxAccounts} that were used last.`,
    });
  return journals;
}
