/** Which options of `rawabit query` go together. One that would do nothing is a mistake, not to be passed over. */
import { UserError } from '../errors.js';

const QUESTIONS = ['entity', 'entities', 'neighbors', 'path', 'timeline', 'stats'] as const;
export type QueryQuestion = (typeof QUESTIONS)[number] | 'relations';

const ENDS = ['from', 'to', 'either', 'between'];
const TIES = [
  ...['relation', 'since', 'until', 'polarity', 'modality', 'source', 'saidBy'],
  ...['minSources', 'minConfidence', 'fromType', 'toType'],
];
const ALWAYS = ['top', 'evidence', 'format'];

const ALLOWED: Readonly<Record<QueryQuestion, readonly string[]>> = {
  relations: [...ENDS, ...TIES],
  entity: TIES,
  entities: ['type', 'country', 'minSources'],
  neighbors: TIES,
  path: [...TIES, 'maxLength'],
  timeline: TIES,
  stats: [],
};

/** The one question that the options ask. Throws a usage {@link UserError} for several, and for idle options. */
export function questionOf(options: object): QueryQuestion {
  const given = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const asked = QUESTIONS.filter(question => given.includes(question));
  if (asked.length > 1) {
    const flags = asked.map(flag).join(' and ');
    throw new UserError(`${flags} are different questions; ask one at a time.`, { usage: true });
  }
  const question = asked[0] ?? 'relations';
  const idle = given.find(name => ![question, ...ALWAYS, ...ALLOWED[question]].includes(name));
  if (idle === undefined) return question;
  const uses = [...QUESTIONS, 'relations' as const].filter(one => ALLOWED[one].includes(idle));
  const other =
    question === 'relations' ? `goes with ${uses.map(flag).join(', ')}` : `says nothing to ${flag(question)}`;
  throw new UserError(`${flag(idle)} ${other}.`, { usage: true });
}

/** `minSources` as it is written: `--min-sources`. */
function flag(name: string): string {
  return `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
}
