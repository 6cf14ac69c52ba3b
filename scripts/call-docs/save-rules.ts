import type { SaveRule } from '@erply-kit/schemas';

import { code } from './markdown.ts';

const either = (names: readonly string[]) => names.map(code).join(' or ');

const all = (names: readonly string[]) => names.map(code).join(', ');

const verb = (names: readonly string[]) => (names.length > 1 ? 'need' : 'needs');

/** One rule of a save, as a sentence without its code. */
function sentence(rule: SaveRule): string {
  switch (rule.kind) {
    case 'atMostOne':
      return `Not more than one of ${rule.of.map((group) => group.map(code).join(' / ')).join(', ')}`;
    case 'atLeastOne':
      return `One of ${all(rule.of)} has to be there`;
    case 'needsOne': {
      const where = rule.where === undefined ? '' : `With ${either(rule.where)}, `;
      return `${where}${all(rule.inputs)} ${verb(rule.inputs)} ${either(rule.needs)}`;
    }
    case 'needsWord':
      return `${code(rule.input)} needs ${code(rule.of)} to be ${code(rule.word)}`;
    case 'asManyAs':
      return `${code(rule.input)} lists as many as ${code(rule.as)}`;
    case 'above':
      return `${code(rule.input)} is more than ${code(rule.than)}`;
    case 'notBelow':
      return `${code(rule.input)} is not less than ${code(rule.than)}`;
  }
}

/** The rules of a save that have codes of their own; the first one that is broken is answered. */
export function saveRuleList(rules: readonly SaveRule[]): string | undefined {
  if (rules.length === 0) return undefined;
  const intro =
    'What goes with what; the first rule that is broken is answered. 0 and nothing count as left out, and an edit is judged by what it makes of the record:';
  const lines = rules.map((rule) => `- ${sentence(rule)} (else ${rule.code}).`);
  return `### Rules of a save\n\n${intro}\n\n${lines.join('\n')}`;
}
