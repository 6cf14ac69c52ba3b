import { expect, test } from 'vitest';

import { settingFaults } from './setting-faults.ts';

test('three days and no script is fine', () => {
  expect(settingFaults({ minimumReleaseAge: 4320 })).toEqual([]);
  expect(settingFaults({ minimumReleaseAge: 4320, allowBuilds: { esbuild: false } })).toEqual([]);
});

test.each([
  [{ minimumReleaseAge: 4319 }, 'minimumReleaseAge is 4319 minutes; at least 4320 are asked for'],
  [{}, 'minimumReleaseAge is 0 minutes; at least 4320 are asked for'],
  [
    { minimumReleaseAge: 4320, allowBuilds: { node: true } },
    'allowBuilds: node may run a script, without a reason in scripts/supply',
  ],
  [{ minimumReleaseAge: 4320, dangerouslyAllowAllBuilds: true }, 'dangerouslyAllowAllBuilds is set'],
  [
    { minimumReleaseAge: 4320, trustLockfile: true },
    'trustLockfile is set: pnpm would not ask when a release was made',
  ],
])('%j is a fault', (settings, fault) => {
  expect(settingFaults(settings)).toEqual([fault]);
});
