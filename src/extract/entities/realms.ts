import { fold } from '../../language/arabic/normalize.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { wordSet } from '../../language/arabic/words.js';
import { homeOf } from './papers.js';
import { addItem, type Work } from './work.js';

/** Nouns for a state that newspapers write alone where everybody knows which one is meant, and whom each can mean. */
const REALMS: readonly (readonly [noun: string, countries: string])[] = [
  ['مملكة', 'SA JO MA BH GB ES SE NO DK NL BE TH KH LS SZ'],
  ['سلطنة', 'OM BN'],
];

interface Form {
  /** Countries that the noun can mean. */
  readonly countries: ReadonlySet<string>;
  /** Units before the noun; of لل the second ل stays with it. */
  readonly prefix: number;
}

/** Every spelling with what may stand before the noun. */
const FORMS: ReadonlyMap<string, Form> = new Map(
  REALMS.flatMap(([noun, countries]) => spell(noun, countries)),
);

function spell(noun: string, list: string): [string, Form][] {
  const countries = new Set(list.split(' '));
  const word = fold(noun);
  return [
    ...['', 'و', 'ف', 'ب', 'ك', 'وب', 'فب'].map((prefix): [string, Form] => [
      `${prefix}ال${word}`,
      { countries, prefix: prefix.length },
    ]),
    ...['', 'و', 'ف'].map((prefix): [string, Form] => [
      `${prefix}لل${word}`,
      { countries, prefix: prefix.length + 2 },
    ]),
  ];
}

/** Names of states, companies and buildings: "المملكة القديمة", "برج المملكة". */
const OTHERS_BEHIND = wordSet(
  'القابضة القديمة الوسطى الحديثة المتحدة الحيوانية النباتية العثمانية المتوكلية الهاشمية النبطية الليبية العراقية المصرية',
);
const OTHERS_BEFORE = wordSet('برج شركة مركز جريدة صحيفة قناة مستشفى مدارس مجموعة جائزة فندق وقناة لقناة');
/** What a country in the newspaper's address says, in mentions. */
const OF_PAPER = 3;

export function isRealm(form: WordForm): boolean {
  return FORMS.has(form.fold);
}

/**
 * "المملكة" and "السلطنة" alone: the kingdom or the sultanate that the article speaks of most, and where it names
 * none, that of the newspaper.
 */
export function findRealms(work: Work): void {
  const { tokens, article } = work.document;
  let counts: Map<string, number> | undefined;
  for (const index of work.marked) {
    const token = tokens[index];
    const form = token && FORMS.get(token.form.fold);
    if (!token || !form || work.at[index]) continue;
    const next = tokens[index + 1];
    const sameSentence = next?.sentence === token.sentence;
    const before = tokens[index - 1];
    if (sameSentence && OTHERS_BEHIND.has(next?.form.fold ?? '')) continue;
    if (before?.sentence === token.sentence && OTHERS_BEFORE.has(before.form.fold)) continue;
    // "المملكة البحرينية" says itself which one it is.
    const own = work.at[index + 1];
    const adjective =
      sameSentence && own?.kind === 'demonym' && own.form === 'f' && own.definite && !own.conjunction;
    if (adjective) continue;
    counts ??= countMentions(work, homeOf(article.url));
    const iso = most(counts, form.countries);
    const entity = iso === undefined ? undefined : work.lexicon.country(iso);
    if (!entity) continue;
    addItem(work, {
      kind: 'country',
      first: index,
      last: index + 1,
      start: token.start + form.prefix,
      mention: 'alias',
      entity,
      definite: true,
      proclitic: /^[وف]?([بكل])/.exec(token.form.fold)?.[1] ?? '',
      conjunction: /^[وف]/.exec(token.form.fold)?.[0] ?? '',
    });
  }
}

function countMentions(work: Work, home: string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  if (home) counts.set(home, OF_PAPER);
  for (const { entity, dropped } of work.items) {
    const iso = entity?.iso ?? (entity?.known ? entity.country : undefined);
    if (iso && !dropped) counts.set(iso, (counts.get(iso) ?? 0) + 1);
  }
  return counts;
}

function most(counts: ReadonlyMap<string, number>, countries: ReadonlySet<string>): string | undefined {
  let best: string | undefined;
  for (const [iso, count] of counts)
    if (countries.has(iso) && count > (best === undefined ? 0 : (counts.get(best) ?? 0))) best = iso;
  return best;
}
