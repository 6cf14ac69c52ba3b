import { refused } from '../../scripted-transport.ts';
import { faults } from '../faults.ts';
import { echo } from '../good-server.ts';
import { type Fault, useNames, type Way, whens } from '../way.ts';

/** What each code means for a call, and for a login where that is something else; docs/errors.md says the same. */
const codes: readonly [fault: Fault, codes: readonly number[]][] = [
  // The turn of the hour is behind the deadline, so nobody waits for it.
  [{ kind: 'quota' }, [1002]],
  [{ kind: 'session', isRepeated: true }, [1054, 1055, 1056]],
  [
    { kind: 'credentials' },
    [1050, 1051, 1052, 1053, 1058, 1068, 1170, 1172, 1173, 1176, 1190, 1191, 1194, 1219],
  ],
  [
    { kind: 'api', atLogin: 'credentials' },
    [1006, 1024, 1028, 1057, 1060, 1061, 1062, 1063, 1065, 1080, 1174, 1201, 1212, 1220],
  ],
  [{ kind: 'api', isRepeated: true }, [1000, 1003, 1008, 1021, 1204, 1205, 1218]],
  [{ kind: 'api', isRepeated: true, isAmbiguous: true }, [1081, 1085, 1209]],
  [
    { kind: 'api' },
    [
      1, 999, 1001, 1004, 1005, 1007, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 1016, 1020, 1147, 1206, 1299,
      9999,
    ],
  ],
];

/** Times that no clock shows. */
const times = [-1, 0, 1, 12.5, 4e9, 1e11, 1e15, 1e18, 1e300];

export const protocolWays: readonly Way[] = [
  ...codes.flatMap(([fault, list]) =>
    list.map(
      (code): Way => ({
        where: 'protocol',
        name: `code ${code}`,
        uses: useNames,
        whens,
        fault,
        answer: () => refused(code, { errorField: echo, note: echo }),
      }),
    ),
  ),
  ...times.map(
    (requestUnixTime): Way => ({
      where: 'protocol',
      name: `1002 at ${requestUnixTime}, waited for`,
      uses: ['read', 'write', 'log', 'csv'],
      whens: ['first', 'afterLogin'],
      fault: { kind: 'quota' },
      deadlineMs: 30 * 3_600_000,
      answer: () => refused(1002, { requestUnixTime }),
    }),
  ),
  {
    where: 'protocol',
    name: 'silence',
    uses: useNames,
    whens,
    fault: faults.silent,
    answer({ signal, stall }) {
      stall(() => signal.aborted);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    },
  },
];
