import { fold } from '../../language/arabic/normalize.js';
import { slug, transliterate } from '../../language/arabic/transliterate.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import { makeEntity } from './entity.js';
import { type Item, type Work, wrapItem } from './work.js';

const COMMITTEE = fold('لجنة');
const LONGEST = 8;
const IN = wordSet('في داخل التابعة');

interface Found {
  readonly first: number;
  readonly start: number;
  /** Index behind the committee's own name, without the parliament's. */
  readonly end: number;
  readonly parliament?: Item;
}

/**
 * Committees of parliaments: "لجنة الموازنة في مجلس النواب". Once one is named with its parliament, its name alone is
 * the same.
 */
export function findCommittees(work: Work): void {
  const found: Found[] = [];
  for (const index of work.marked) {
    const one = committeeAt(work, index);
    if (one) found.push(one);
  }
  if (!found.some(({ parliament }) => parliament)) return;
  const known = new Map<string, Entity>();
  for (const one of found) {
    if (!one.parliament) continue;
    const name = words(work, one);
    const entity = known.get(name) ?? committee(name, one.parliament);
    known.set(name, entity);
    add(work, one, one.parliament.last, entity);
  }
  for (const one of found) {
    const entity = one.parliament ? undefined : known.get(words(work, one));
    if (entity) add(work, one, one.end, entity);
  }
}

function committeeAt(work: Work, index: number): Found | undefined {
  const { tokens } = work.document;
  const token = tokens[index];
  // "رئيس لجنة الموازنة في البرلمان" holds an office of the parliament.
  if (!token || work.at[index] || work.at[index - 1]?.kind === 'office') return undefined;
  const cls = work.classes(token.form);
  if (cls.headDefinite || cls.head?.word !== COMMITTEE) return undefined;
  let end = index + 1;
  for (; end < index + LONGEST; end++) {
    const next = tokens[end];
    if (next?.form.kind !== 'word' || next.sentence !== token.sentence) break;
    const item = work.at[end];
    if (item && item.kind !== 'body') break;
    // "بالبرلمان" is where it sits.
    if (item && isParliament(item)) break;
    if (!/^و?ال|^(و?شوون|و?حقوق|الانسان)$/.test(next.form.fold)) break;
  }
  if (end === index + 1) return undefined;
  const found = { first: index, start: token.start + cls.headPrefix, end };
  let at = end;
  if (IN.has(tokens[at]?.form.fold ?? '')) at++;
  const parliament = work.at[at];
  const joined = at > end || parliament?.proclitic === 'ب' || parliament?.proclitic === 'ل';
  if (!joined || parliament?.first !== at || !isParliament(parliament)) return found;
  return tokens[at]?.sentence === token.sentence ? { ...found, parliament } : found;
}

const isParliament = ({ kind, entity, body }: Item): boolean =>
  (kind === 'organization' && entity?.subtype === 'parliament') ||
  (kind === 'body' && body?.subtype === 'parliament');

function words(work: Work, { first, end }: Found): string {
  return ['لجنة', ...work.document.tokens.slice(first + 1, end).map(({ form }) => form.text)].join(' ');
}

function committee(name: string, { entity }: Item): Entity {
  const whose = entity ? `-${entity.id.replace(/^org:/, '').replace(':', '-').toLowerCase()}` : '';
  return makeEntity({
    id: `org:${slug(transliterate(fold(name)))}${whose}`,
    type: 'organization',
    subtype: 'parliament',
    label: { ar: entity ? `${name} (${entity.label.ar})` : name, en: transliterate(name) },
    country: entity?.country,
    known: false,
  });
}

function add(work: Work, { first, start }: Found, last: number, entity: Entity): void {
  for (let index = first; index < last; index++) {
    const covered = work.at[index];
    // Ministries inside the name of a committee are none: "لجنة الدفاع".
    if (covered?.kind === 'body' && !covered.entity && !isParliament(covered)) covered.dropped = true;
  }
  wrapItem(work, { kind: 'organization', first, last, start, mention: 'name', entity });
}
