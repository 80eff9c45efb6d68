import { type Head, headsOf } from '../../language/arabic/clitics.js';
import { endingTest, withEndings } from '../../language/arabic/endings.js';
import type { Vocabulary, WordForm } from '../../language/arabic/tokens.js';
import {
  COMMON_WORDS,
  FORMER_WORDS,
  HONORIFICS,
  NAME_PARTICLES,
  NAME_TAILS,
  NAME_WORDS,
  PRIVATE_TITLES,
  RANKS,
  TITLE_ADJECTIVES,
} from '../../language/arabic/words.js';
import { BASE_HEADS, ORGANIZATION_HEADS, type OrganizationHead } from './heads.js';
import { nominalIndex } from './nominals.js';

/** What a word form alone says about names, offices and bodies. */
export interface WordClass {
  readonly common: boolean;
  readonly name: boolean;
  readonly particle: boolean;
  readonly tail: boolean;
  /** Without its article and prefixes. */
  readonly rank: boolean;
  readonly honorific: boolean;
  /** نظيره, نظيرتها, and the dual: نظيريه. */
  readonly counterpart: boolean;
  readonly dualCounterpart: boolean;
  readonly privateTitle: boolean;
  readonly former: boolean;
  readonly titleAdjective: boolean;
  readonly head: OrganizationHead | undefined;
  readonly baseHead: 'base' | 'airfield' | 'camp' | 'port' | 'range' | undefined;
  /** Of a head: whether it has the article, and how much stands before it. */
  readonly headDefinite: boolean;
  readonly headPrefix: number;
  /** Whether a ministry, a mission, a police force or a unit of soldiers may begin here. */
  readonly opensBody: boolean;
  /** Whether any of the passes over an article looks at it: heads, ranks, counterparts, nominals. */
  readonly marked: boolean;
  /** See `nominalIndex`. */
  readonly nominal: number;
  /** مطارات, قواعد: names of bases may follow. */
  readonly basePlural: boolean;
  /** Whether the word, conjunction and preposition off, has the article. */
  readonly definite: boolean;
  readonly prefixLength: number;
}

export type WordClasses = (form: WordForm) => WordClass;

/** Classes of word forms, worked out once a form. */
export function createWordClasses(vocabulary: Vocabulary): WordClasses {
  return vocabulary.memo(classify);
}

/** What a stem says, its article and prefixes off. */
interface StemClass {
  rank: boolean;
  honorific: boolean;
  privateTitle: boolean;
  former: boolean;
  titleAdjective: boolean;
  head: WordClass['head'];
  baseHead: WordClass['baseHead'];
}

/** All stems that say something, so that each is looked up once. */
const STEMS = new Map<string, StemClass>();
for (const stem of [
  ...[RANKS, HONORIFICS, PRIVATE_TITLES, FORMER_WORDS, TITLE_ADJECTIVES].flatMap(set => [...set]),
  ...ORGANIZATION_HEADS.keys(),
  ...BASE_HEADS.keys(),
])
  STEMS.set(stem, {
    rank: RANKS.has(stem),
    honorific: HONORIFICS.has(stem),
    privateTitle: PRIVATE_TITLES.has(stem),
    former: FORMER_WORDS.has(stem),
    titleAdjective: TITLE_ADJECTIVES.has(stem),
    head: ORGANIZATION_HEADS.get(stem),
    baseHead: BASE_HEADS.get(stem),
  });

function classify(form: WordForm): WordClass {
  if (form.kind !== 'word') return plainClass(false, false, false, 0);
  const { fold } = form;
  const name = NAME_WORDS.has(fold);
  const common = !name && COMMON_WORDS.has(fold);
  const heads = headsOf(fold);
  const article = heads.find(({ definite }) => definite);
  const definite = article !== undefined;
  const prefixLength = article?.prefixLength ?? 0;
  const nominal = nominalIndex(fold, article ? `ال${article.stem}` : fold);
  const opensBody = mayOpen(fold) && OPENER.test(fold);
  const basePlural = mayBeBases(fold) && BASE_PLURAL.test(fold);
  const counterpart = mayBeCounterpart(fold) && COUNTERPART.test(fold);
  const particle = NAME_PARTICLES.has(fold);
  const tail = NAME_TAILS.has(fold);
  // "د." for a doctor: too short to have a stem.
  const letter = fold.length === 1 && HONORIFICS.has(fold);
  const says = nominal > 0 || opensBody || basePlural || counterpart || particle || tail || letter;
  if (!says && !heads.some(({ stem, proclitic }) => proclitic !== 'س' && STEMS.has(stem)))
    return plainClass(common, name, definite, prefixLength);
  const found: Mutable<WordClass> = {
    ...plainClass(common, name, definite, prefixLength),
    nominal,
    opensBody,
    basePlural,
    counterpart,
    dualCounterpart: counterpart && /[اي](ه|ها|هم|هما)$/.test(fold),
    particle,
    tail,
    honorific: letter,
  };
  for (const head of heads) if (head.proclitic !== 'س') addStem(found, head);
  found.marked =
    Boolean(found.head ?? found.baseHead) ||
    found.rank ||
    found.counterpart ||
    found.opensBody ||
    found.nominal > 0;
  return found;
}

function addStem(found: Mutable<WordClass>, { stem, definite, prefixLength }: Head): void {
  const said = STEMS.get(stem);
  if (!said) return;
  found.rank ||= said.rank;
  found.honorific ||= said.honorific;
  found.privateTitle ||= said.privateTitle;
  found.former ||= said.former;
  found.titleAdjective ||= said.titleAdjective;
  if (found.head || found.baseHead || !(said.head || said.baseHead)) return;
  found.head = said.head;
  found.baseHead = said.baseHead;
  found.headDefinite = definite;
  found.headPrefix = prefixLength;
}

const PRONOUNS = ['ه', 'ها', 'هم', 'هما'];

const COUNTERPART = /^[وفبلك]{0,2}نظيرت?[اي]?(ه|ها|هم|هما)$/;
const mayBeCounterpart = endingTest(withEndings(withEndings(['نظير', 'نظيرت'], ['', 'ا', 'ي']), PRONOUNS));

const BASES = ['مطارات', 'قواعد', 'قاعدتي', 'مطاري', 'معسكرات'];
const BASE_PLURAL = new RegExp(`^[وبلف]?(ال)?(${BASES.join('|')})(ه|ها|هم)?$`);
const mayBeBases = endingTest(withEndings(BASES, ['', ...PRONOUNS]));

const BODIES =
  'فرقه لوا فيلق اسطول جناح كتيبه فوج سرب وحده منطقه ناحيه هييه موسسه مجلس لجنه مفوضيه اداره مديريه وكاله جهاز صندوق مركز معهد منظمه جمعيه رابطه اتحاد نقابه مرصد شبكه شركه محكمه رياسه امانه مكتب منتدي فيدراليه حزب حركه جبهه تيار تجمع ايتلاف تحالف'.split(
    ' ',
  );
const OPENER = new RegExp(`^[وفبلك]{0,3}(وزاره|شرطه|(ال|لل)?بعثه|(ال|لل)(${BODIES.join('|')}))$`);
const mayOpen = endingTest(['وزاره', 'شرطه', 'بعثه', ...BODIES]);

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const plain = new Map<number, WordClass>();

/** Most words say little: those share one object. */
function plainClass(common: boolean, name: boolean, definite: boolean, prefixLength: number): WordClass {
  const key = Number(common) + 2 * Number(name) + 4 * Number(definite) + 8 * prefixLength;
  const known = plain.get(key);
  if (known) return known;
  const made: WordClass = {
    common,
    name,
    particle: false,
    tail: false,
    rank: false,
    honorific: false,
    counterpart: false,
    dualCounterpart: false,
    privateTitle: false,
    former: false,
    titleAdjective: false,
    head: undefined,
    baseHead: undefined,
    headDefinite: false,
    headPrefix: 0,
    basePlural: false,
    nominal: 0,
    opensBody: false,
    marked: false,
    definite,
    prefixLength,
  };
  plain.set(key, made);
  return made;
}
