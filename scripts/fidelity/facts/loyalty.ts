import type { Fact } from '../fact.ts';

/** Promotions, coupons, reward points, and the calendar. */
export const loyalty: readonly Fact[] = [
  {
    behaviour:
      'saveCampaign refuses each combination of inputs that Erply has a code for with that code; an edit is judged by what the promotion will be.',
    evidence: 'documented',
    test: ['campaign-rules', 'has a case for every code of promotions'],
  },
  {
    behaviour: 'getCampaigns with a location answers its promotions and those that are of all locations.',
    evidence: 'documented',
    test: [
      'campaigns',
      'finds those of a location and those of all, whatever their lists of locations and regions',
    ],
  },
  {
    behaviour:
      'The identifier of a coupon is made of register, rule, a counter and four digits, unless one is given.',
    evidence: 'documented',
    test: [
      'issued-coupons',
      'makes an identifier of register, rule, counter and four digits, the same for the same seed',
    ],
  },
  {
    behaviour: 'A coupon is used once, and not after its last day: 1040, 1041, 1045.',
    evidence: 'documented',
    test: ['issued-coupons', 'is verified, used once, and shows its use'],
  },
  {
    behaviour: 'What a coupon costs of its customer’s points is taken when it is issued.',
    evidence: 'documented',
    test: ['issued-coupons', 'takes the cost from the customer at once, unless it is told not to'],
  },
  {
    behaviour: 'Reward points are spent the oldest first, and not after they have expired.',
    evidence: 'inferred',
    test: ['reward-points', 'are spent the oldest first, and not after they have expired'],
  },
  {
    behaviour: 'Events have the times that were sent, by the clocks of the account.',
    evidence: 'documented',
    test: ['events', 'keeps times as they are sent: by the clocks of the account, wherever that is'],
  },
  {
    behaviour:
      'With `notOverlapping=1` an event whose employee is taken is refused with 1043; events may touch. Old pages say so of new appointments only.',
    evidence: 'documented',
    test: [
      'events',
      'refuses with 1043, on demand, an event of an employee who is taken, and lets events touch',
    ],
  },
];
