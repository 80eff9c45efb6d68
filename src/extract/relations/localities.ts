import { headsOf, nameStart } from '../../language/arabic/clitics.js';
import { fold } from '../../language/arabic/normalize.js';
import type { Token, Vocabulary, WordForm } from '../../language/arabic/tokens.js';
import { NAME_WORDS, wordSet } from '../../language/arabic/words.js';
import type { PlaceEntry } from '../../schema/types.js';
import type { EntityMention, Recognition } from '../document.js';
import { makeMention } from '../mention.js';
import { countriesOf } from './states/finding.js';

/**
 * Places within a country that the article names: «انسحبت الوحدات من منبج» speaks of Syria. They come from
 * `graph-schema/gazetteer/places.json`, and are read as mentions of the country by which relations go.
 */

/** Nouns for places: behind them even a name that is mostly another word is that of a place. */
const PLACE_WORDS = wordSet(
  `مدينة مدينتا مدينتي مدن محافظة محافظتا محافظتي محافظات بلدة بلدتا بلدتي بلدات ولاية ولايتا ولايتي ولايات ناحية قضاء
  مديرية مديريتا مديريتي مديريات ريف إقليم ميناء مقاطعة مقاطعتي مقاطعات قرية قريتي قرى مخيم معبر منفذ جزيرة منطقة بلدية
  ضاحية مطار جمهورية`,
);

/** Nouns for what only bears the name of a place, or sits there: جامعة حلب, اتفاق الحديدة, قمة شرم الشيخ. */
const BEARERS = wordSet(
  `جامعة كلية معهد مدرسة مركز صحيفة جريدة مجلة قناة إذاعة راديو تلفزيون وكالة شبكة موقع نادي فريق منتخب دوري كأس بطولة مهرجان
  معرض مؤتمر منتدى قمة اتفاق اتفاقية إعلان مبادرة وثيقة بيان مسار بروتوكول معاهدة محادثات مفاوضات مشاورات جائزة بنك مصرف شركة
  مؤسسة جمعية هيئة غرفة بورصة محكمة مجلس حركة حزب جيش لواء كتيبة كتائب فرقة كنيسة أبرشية مطران أسقف عمليات خام سوق دوق دوقة ريال بايرن
  بوروسيا لاعب مدرب مهاجم توقيت`,
);

/** Behind the name of a town they make that of its club. */
const CLUB_WORDS = wordSet('سيتي يونايتد');

/** What a word makes of the name behind it. */
type Role = 'place' | 'bearer';

/** A name, and the countries that have a place of that name. */
interface PlaceName {
  /** Folded words after the first. */
  readonly rest: readonly string[];
  readonly owners: readonly Owner[];
  /** A short word in ة, which with ه may be another: جدة, but جده. */
  readonly needsTa: boolean;
}

interface Owner {
  readonly country: string;
  readonly ambiguous: boolean;
}

/** How a word may begin the name of a place. */
interface Start {
  /** Longer ones first. */
  readonly names: readonly PlaceName[];
  readonly conjunction: string;
  readonly proclitic: string;
  readonly definite: boolean;
  readonly prefixLength: number;
}

/** What is known of words by their form alone. */
export interface LocalityReader {
  /** Fewest clitics first; null for most words. */
  readonly startsOf: (form: WordForm) => readonly Start[] | null;
  readonly roleOf: (form: WordForm) => Role | undefined;
}

export function createLocalityReader(places: readonly PlaceEntry[], vocabulary: Vocabulary): LocalityReader {
  const names = compile(places);
  return {
    startsOf: vocabulary.memo(form => startsOf(form, names)),
    roleOf: vocabulary.memo(roleOf),
  };
}

/** Letters of a word that with ه for ة is often another. */
const LONGEST_SHORT = 4;

/** All names by their first words. */
function compile(places: readonly PlaceEntry[]): ReadonlyMap<string, readonly PlaceName[]> {
  const compiled = new Map<string, { rest: string[]; owners: Owner[]; needsTa: boolean }[]>();
  for (const { country, names, ambiguous = [] } of places) {
    for (const name of names) {
      const [first = '', ...rest] = fold(name).split(' ');
      const known = compiled.get(first) ?? [];
      compiled.set(first, known);
      const owner = { country, ambiguous: ambiguous.includes(name) };
      const same = known.find(other => other.rest.join(' ') === rest.join(' '));
      if (same) same.owners.push(owner);
      else {
        const needsTa = name.length <= LONGEST_SHORT && name.endsWith('ة');
        known.push({ rest, owners: [owner], needsTa });
      }
    }
  }
  for (const known of compiled.values()) known.sort((a, b) => b.rest.length - a.rest.length);
  return compiled;
}

/** The mark of adverbs, which no name of a place has: دومًا. */
const TANWIN = '\u064b';

/** Words that do not come apart into a clitic and a name. */
const WHOLE_WORDS = wordSet('بليون للحج');

/** Stems of fewer letters are taken for names only without clitics: باب is no ب with إب. */
const SHORTEST_STEM = 3;

/** Takes off, in this order, a conjunction and a preposition; the article stays with the name. */
function startsOf(form: WordForm, names: ReadonlyMap<string, readonly PlaceName[]>): readonly Start[] | null {
  if (form.kind !== 'word') return null;
  const word = form.fold;
  const starts: Start[] = [];
  const add = (name: string, conjunction: string, proclitic: string, definite = false) => {
    const found = name.length < SHORTEST_STEM && name !== word ? undefined : names.get(name);
    const prefixLength = conjunction.length + proclitic.length;
    if (found) starts.push({ names: found, conjunction, proclitic, definite, prefixLength });
  };
  const addBehind = (conjunction: string, rest: string) => {
    add(rest, conjunction, '');
    const first = rest.charAt(0);
    if (first === 'ب' || first === 'ل') add(rest.slice(1), conjunction, first);
    if (rest.startsWith('لل')) add(`ال${rest.slice(2)}`, conjunction, 'ل', true);
  };
  addBehind('', word);
  const first = word.charAt(0);
  if (first === 'و' || first === 'ف') addBehind(first, word.slice(1));
  if (starts.length === 0 || form.text.includes(TANWIN)) return null;
  if (!NAME_WORDS.has(word) && !WHOLE_WORDS.has(word)) return starts;
  return starts[0]?.prefixLength === 0 ? starts.slice(0, 1) : null;
}

function roleOf({ fold: word, kind }: WordForm): Role | undefined {
  if (kind !== 'word') return undefined;
  const heads = headsOf(word);
  if (heads.some(({ stem }) => PLACE_WORDS.has(stem))) return 'place';
  return heads.some(({ stem }) => BEARERS.has(stem)) ? 'bearer' : undefined;
}

/**
 * The mentions that relations are read with, and in order among them those that places make: of countries that the
 * article names, at words that no mention has.
 *
 * @param mentions those of the article, and whatever else relations go by
 */
export function withLocalities(
  recognition: Recognition,
  mentions: readonly EntityMention[],
  reader: LocalityReader,
): readonly EntityMention[] {
  const { tokens } = recognition.document;
  let article: ArticleNames | undefined;
  const added: EntityMention[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    const starts = token && reader.startsOf(token.form);
    if (!starts) continue;
    article ??= readNames(recognition);
    for (const start of starts) {
      const found = localityAt(tokens, index, start, article, added.at(-1), reader);
      if (!found) continue;
      added.push(found);
      index = found.last - 1;
      break;
    }
  }
  if (added.length === 0) return mentions;
  return [...mentions, ...added].sort((a, b) => a.first - b.first || b.last - a.last);
}

/** The mention that a place makes whose name begins at a token, after that of `previous`. */
function localityAt(
  tokens: readonly Token[],
  index: number,
  start: Start,
  article: ArticleNames,
  previous: EntityMention | undefined,
  { roleOf }: LocalityReader,
): EntityMention | undefined {
  const token = tokens[index];
  const name = start.names.find(({ rest }) => standsAt(tokens, index, rest));
  if (!token || !name) return undefined;
  const last = index + 1 + name.rest.length;
  if (article.covered.subarray(index, last).includes(1)) return undefined;
  const after = tokens[last];
  if (after?.sentence === token.sentence && CLUB_WORDS.has(after.form.fold)) return undefined;
  const before = tokens[index - 1];
  const role = before?.sentence === token.sentence ? roleOf(before.form) : undefined;
  const isBare = start.conjunction === '' && start.proclitic === '';
  if (isBare && (role === 'bearer' || article.people[index])) return undefined;
  const continues =
    start.conjunction === 'و' && previous?.last === index && previous.sentence === token.sentence;
  const isCued = (isBare && role === 'place') || continues;
  if (name.needsTa && !isCued && !token.form.text.endsWith('ة')) return undefined;
  const country = countryOf(name, isCued, last, article);
  if (!country) return undefined;
  return makeMention({
    entity: country.entity,
    first: index,
    last,
    start: nameStart(token.start, token.form, start),
    end: tokens[last - 1]?.end ?? token.end,
    kind: 'metonym',
    sentence: token.sentence,
    locality: true,
  });
}

function standsAt(tokens: readonly Token[], index: number, rest: readonly string[]): boolean {
  return rest.every((word, at) => {
    const token = tokens[index + 1 + at];
    return token?.form.fold === word && token.sentence === tokens[index]?.sentence;
  });
}

/** What the mentions of an article say about the places that it may name. */
interface ArticleNames {
  /** By ISO code, the first mention of each country. */
  readonly countries: ReadonlyMap<string, EntityMention>;
  /** By ISO code, how often each country is mentioned. */
  readonly counts: ReadonlyMap<string, number>;
  /** By token, whether it belongs to a mention. */
  readonly covered: Uint8Array;
  /** By token, whether the name of a person ends right before it. */
  readonly people: Uint8Array;
  /** Adjectives of countries by the token where they stand. */
  readonly adjectives: ReadonlyMap<number, string>;
}

function readNames({ document, mentions }: Recognition): ArticleNames {
  const covered = new Uint8Array(document.tokens.length);
  const people = new Uint8Array(document.tokens.length + 1);
  const adjectives = new Map<number, string>();
  const counts = new Map<string, number>();
  for (const { entity, first, last, kind } of mentions) {
    covered.fill(1, first, last);
    if (entity.type === 'leader' && kind !== 'pronoun') people[last] = 1;
    if (entity.type !== 'country' || entity.iso === undefined) continue;
    counts.set(entity.iso, (counts.get(entity.iso) ?? 0) + 1);
    if (kind === 'demonym') adjectives.set(first, entity.iso);
  }
  return { countries: countriesOf(mentions), counts, covered, people, adjectives };
}

/**
 * The country whose place is meant: of those that the article names, the one that it names most. With the adjective
 * of its country behind it («مدينة ليون الفرنسية») a place is part of a phrase that has a mention already.
 */
function countryOf(
  { owners }: PlaceName,
  isCued: boolean,
  last: number,
  { countries, counts, adjectives }: ArticleNames,
): EntityMention | undefined {
  if (adjectives.has(last)) return undefined;
  let best: string | undefined;
  let most = 0;
  for (const { country, ambiguous } of owners) {
    const count = counts.get(country) ?? 0;
    if (count === 0 || (ambiguous && !isCued)) continue;
    if (count === most) best = undefined;
    if (count <= most) continue;
    best = country;
    most = count;
  }
  return best === undefined ? undefined : countries.get(best);
}
