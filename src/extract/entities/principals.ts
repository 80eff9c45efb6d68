import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import type { OfficeEntry } from '../../schema/types.js';
import { Item, isCommaAt, type Work } from './work.js';

/** Offices in the service of a person: "مستشار ترامب", "المتحدث باسم بوتين". */
export const SERVING = new Set([
  'adviser',
  // "مستشار" is a chancellor in German-speaking countries only.
  'chancellor',
  'spokesperson',
  'presidential-aide',
  'chief-of-staff-office',
  'military-adviser',
  'national-security-adviser',
  'envoy',
  'secretary',
]);

/** Offices whose title names the one that they are second to: "نائب الرئيس الأميركي دونالد ترامب". */
const SECOND: ReadonlyMap<string, string> = new Map([
  ['vice-president', 'president'],
  ['deputy-prime-minister', 'prime-minister'],
  ['vice-chancellor', 'chancellor'],
  ['deputy-foreign-minister', 'foreign-minister'],
  ['deputy-defence-minister', 'defence-minister'],
  ['first-lady', 'president'],
]);

/** A person whom an office serves, and the office of his that stands before his name. */
export interface Principal {
  readonly leader: Item;
  readonly office?: Item;
  /** Where the words of the title itself name that office: which one it is. */
  readonly served?: string;
  /** Whether he no longer holds it. */
  readonly past?: boolean;
}

/** The leader behind the title of an office that serves him, who is not its holder. */
export function principalOf(work: Work, office: Item): Principal | undefined {
  const { tokens } = work.document;
  const id = office.office?.id ?? '';
  if (!SERVING.has(id) && !SECOND.has(id)) return undefined;
  const sentence = tokens[office.first]?.sentence;
  let at = office.last;
  let own: Item | undefined;
  let past = false;
  // "الناطق باسم حكومة فلان"
  if (
    !work.at[at] &&
    GOVERNMENT.has(tokens[at]?.form.fold ?? '') &&
    SPEAKS.test(tokens[at - 1]?.form.fold ?? '')
  )
    return governor(work, at + 1, sentence);
  // "المتحدث باسم الرئيس التركي رجب طيب أردوغان": his office and nationality, and a comma before the name.
  for (let step = 0; step < 5; step++) {
    const item = work.at[at];
    if (item && item.first === at && item.kind !== 'leader') {
      if (
        item.conjunction ||
        (item.proclitic && !(item.proclitic === 'ل' && (own || item.kind === 'office')))
      )
        return undefined;
      if (!BEFORE_PRINCIPAL.has(item.kind) || (item.kind !== 'demonym' && !own && !RANKED.has(item.kind)))
        return undefined;
      if (item.kind === 'office') own = item;
      at = item.last;
    } else if (!item && at > office.last && isCommaAt(work, at)) at++;
    // "مستشارة سابقة للرئيس الأميركي"
    else if (!item && isFormer(work, at)) {
      past = true;
      at++;
    } else break;
  }
  const leader = work.at[at];
  if (leader?.kind !== 'leader' || leader.first !== at || leader.conjunction || leader.proclitic)
    return undefined;
  if (!leader.entity?.known || tokens[at]?.sentence !== sentence) return undefined;
  const isPhrase = office.last - office.first > 1;
  const isNear = at === office.last || work.at[office.last]?.kind === 'title';
  if (isNear && !SECOND.has(id)) {
    // "ومستشاره فلان": the pronoun, which folding makes an ending, stands for the one served.
    if (tokens[office.last - 1]?.form.text.endsWith('ه')) return undefined;
    // "مستشار الرئيس ترامب" serves him, "مستشار الرئيس كوشنر" is his adviser.
    if (isPhrase && PRESIDENTIAL.test(tokens[office.last - 1]?.form.fold ?? ''))
      return held(work, leader, 'president') && !held(work, leader, id)
        ? { leader, served: 'president' }
        : undefined;
    // "المستشار فلان" is a holder; "مستشار فلان" serves one.
    const speaks = /^(باسم|مكتب)$/.test(tokens[office.last - 1]?.form.fold ?? '');
    return speaks || !(office.definite || isPhrase) ? { leader } : undefined;
  }
  const served = own?.office?.id ?? SECOND.get(id) ?? 'president';
  if (!held(work, leader, served) || held(work, leader, id)) return undefined;
  return own ? { leader, office: own } : { leader, served, past };
}

function governor(work: Work, at: number, sentence: number | undefined): Principal | undefined {
  const leader = work.at[at];
  if (leader?.kind !== 'leader' || leader.first !== at || !leader.entity?.known) return undefined;
  return work.document.tokens[at]?.sentence === sentence ? { leader } : undefined;
}

const GOVERNMENT = wordSet('حكومة إدارة');
const SPEAKS = /^(باسم|بلسان)$/;

function isFormer(work: Work, index: number): boolean {
  const form = work.document.tokens[index]?.form;
  return form !== undefined && work.classes(form).former;
}

const PRESIDENTIAL = /^(ال|لل)رييس$/;
const BEFORE_PRINCIPAL = new Set(['office', 'title', 'demonym', 'country', 'organization', 'body']);
const RANKED = new Set(['office', 'title']);

/** The office of the one whom another serves, named by the same words: "نائب الرئيس الأميركي دونالد ترامب". */
export function addOffice(
  work: Work,
  title: Item,
  office: OfficeEntry,
  { leader: holder, past: former = false }: Principal,
  of: Entity,
): void {
  const { first, last, start, definite = true } = title;
  const { kind, mention } = title;
  work.items.push(new Item({ kind, mention, first, last, start, definite, office, holder, of, former }));
}

/** Whether the gazetteer knows that somebody held an office at some time. */
export function held(work: Work, { entity }: Item, office: string): boolean {
  return work.lexicon.leaders.get(entity?.id ?? '')?.offices.some(term => term.office === office) === true;
}
