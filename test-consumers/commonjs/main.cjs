// CommonJS: require() of packages that are ESM only, which Node does since 22.12.
for (const name of ['schemas', 'fixtures', 'mock', 'client', 'sync']) {
  const exported = Object.keys(require(`@erply-kit/${name}`));
  if (exported.length === 0) throw new Error(`@erply-kit/${name} exports nothing`);
}

const { startMock } = require('@erply-kit/mock');

startMock({ seed: 1 }).then(async (erply) => {
  const response = await fetch(`${erply.url}/_mock/health`);
  const { status } = await response.json();
  await erply[Symbol.asyncDispose]();
  if (status !== 'ready') throw new Error(`the fake is "${status}", not ready`);
});
