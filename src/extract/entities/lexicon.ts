import { headsOf } from '../../language/arabic/clitics.js';
import { fold } from '../../language/arabic/normalize.js';
import { dualForms } from '../../language/arabic/numbers.js';
import { tokenize, type Vocabulary, type WordForm } from '../../language/arabic/tokens.js';
import {
  AMBIGUOUS_NAMES,
  COMMON_WORDS,
  NAME_PARTICLES,
  NAME_WORDS,
  wordSet,
} from '../../language/arabic/words.js';
import { createTrie, type TrieNode } from '../../language/trie.js';
import type { Entity, MentionKind } from '../../model.js';
import type {
  BaseEntry,
  CountryEntry,
  LeaderEntry,
  OfficeEntry,
  OfficeTerm,
  OrganizationEntry,
  PlaceEntry,
  Schema,
  StateBodyEntry,
} from '../../schema/types.js';
import type { KnownTies } from '../document.js';
import { bodyEntity, countryEntity, knownEntity } from './gazetteer-entities.js';
import { createSkeletons, type Skeletons } from './skeletons.js';

/** What a name in the gazetteer stands for. */
export type Entry =
  | { readonly kind: 'country' | 'seat' | 'capital'; readonly entity: Entity; readonly words: number }
  | {
      readonly kind: 'demonym';
      readonly entity: Entity;
      readonly form: 'm' | 'f' | 'p';
      readonly words: number;
    }
  | {
      readonly kind: 'leader' | 'organization' | 'base';
      readonly entity: Entity;
      /** Needs a cue before it. */
      readonly short: boolean;
      readonly mention: MentionKind;
      readonly words: number;
    }
  | {
      readonly kind: 'body';
      readonly body: StateBodyEntry;
      readonly short: boolean;
      readonly words: number;
      readonly dual?: boolean;
    }
  | { readonly kind: 'office'; readonly office: OfficeEntry; readonly dual: boolean; readonly words: number };

export type EntryKind = Entry['kind'];

/** A place in the trie that a word form can lead to, once its clitics are off. */
export interface Start {
  readonly node: TrieNode<Entry>;
  /** UTF-16 units of the surface before the name. */
  readonly prefixLength: number;
  readonly conjunction: string;
  readonly proclitic: string;
  readonly definite: boolean;
}

/** The gazetteer, compiled for look-up. */
export interface Lexicon {
  readonly schema: Schema;
  readonly vocabulary: Vocabulary;
  readonly starts: (form: WordForm) => readonly Start[];
  /** Whether a word is the second one of any name. */
  readonly isSecond: (form: WordForm) => boolean;
  /** The key of a form inside a name. */
  readonly key: (form: WordForm) => string;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly countries: ReadonlyMap<string, CountryEntry>;
  readonly leaders: ReadonlyMap<string, LeaderEntry>;
  readonly organizations: ReadonlyMap<string, OrganizationEntry>;
  readonly bases: ReadonlyMap<string, BaseEntry>;
  readonly offices: ReadonlyMap<string, OfficeEntry>;
  readonly bodies: ReadonlyMap<string, StateBodyEntry>;
  readonly skeletons: Skeletons;
  /** First names of leaders, folded. */
  readonly givenNames: ReadonlySet<string>;
  /** Of names of places in two words, of which the second is a name of people too ("ديار بكر"): the first ones by the second. */
  readonly placeNames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ties: KnownTies;
  /** The entity of a state body of a country. */
  readonly bodyOf: (body: StateBodyEntry, iso: string) => Entity;
  readonly country: (iso: string) => Entity | undefined;
  /** The organization that a sequence of words names, if it is one of the gazetteer's. */
  readonly organization: (words: readonly string[]) => Entity | undefined;
  /** Who held a unique office on a date, if the gazetteer knows one such person only. */
  readonly holderAt: (office: string, of: string, date: string) => Entity | undefined;
}

const RESPELLED = /اميريك|امريك|شيون|اوربي|كيماوي|كيمياي/;

/** Spellings of one word that folding keeps apart: أمريكا and أميركا, شئون and شؤون. */
export function lookupKey(folded: string): string {
  if (!RESPELLED.test(folded)) return folded;
  if (folded.includes('اميريك')) return folded.replace('اميريك', 'اميرك');
  if (folded.includes('امريك')) return folded.replace('امريك', 'اميرك');
  if (folded.includes('شيون')) return folded.replace('شيون', 'شوون');
  if (folded.includes('اوربي')) return folded.replace('اوربي', 'اوروبي');
  if (folded.includes('كيماوي')) return folded.replace('كيماوي', 'كيمياوي');
  if (folded.includes('كيمياي')) return folded.replace('كيمياي', 'كيمياوي');
  return folded;
}

const NO_STARTS: readonly Start[] = [];

/** Compiles a schema's gazetteer: a trie over folded words, with the entities that the names stand for. */
export function compileLexicon(schema: Schema, vocabulary: Vocabulary): Lexicon {
  const { gazetteer } = schema;
  const { root, add: addWords } = createTrie<Entry>();
  const entities = new Map<string, Entity>();
  const wordsOf = (name: string) => {
    const words: string[] = [];
    for (const token of tokenize(name, vocabulary))
      if (token.form.kind !== 'punctuation') words.push(lookupKey(token.form.fold));
    return words;
  };
  const add = <T extends Entry>(
    name: string,
    make: (words: number) => T,
    bothArticles = false,
    allArticles = false,
  ) => {
    const words = wordsOf(name);
    const [first, ...rest] = words;
    if (!first) return;
    const entry = make(words.length);
    addWords(words, entry);
    if (!bothArticles) return;
    addWords([`ال${first}`, ...rest.map(word => (allArticles ? `ال${word}` : word))], entry);
  };

  const countries = new Map<string, CountryEntry>();
  for (const country of gazetteer.countries) {
    countries.set(country.iso, country);
    const entity = countryEntity(country);
    entities.set(entity.id, entity);
    for (const name of [country.label.ar, ...country.aliases.ar, ...country.aliases.en])
      add(name, words => ({ kind: 'country', entity, words }));
    for (const [names, form] of [
      [country.nisba.masculine, 'm'],
      [country.nisba.feminine, 'f'],
      [country.nisba.plural, 'p'],
    ] as const)
      for (const name of names)
        add(fold(name), words => ({ kind: 'demonym', entity, form, words }), true, true);
    for (const name of country.nisba.masculine) {
      const folded = fold(name);
      for (const dual of [
        `${folded}ان`,
        `${folded}ين`,
        `${folded}ون`,
        `${folded}تان`,
        `${folded}تين`,
        `${folded}ا`,
      ])
        add(dual, words => ({ kind: 'demonym', entity, form: 'p', words }), true);
    }
    for (const name of country.nisba.feminine) {
      const folded = fold(name);
      if (!folded.endsWith('ه')) continue;
      for (const ending of ['تان', 'تين', 'ات'])
        add(folded.slice(0, -1) + ending, words => ({ kind: 'demonym', entity, form: 'f', words }), true);
    }
    if (country.capital)
      for (const name of [country.capital.label.ar, ...country.capital.aliases.ar])
        add(name, words => ({ kind: 'capital', entity, words }));
    for (const seat of country.seats) add(seat.ar, words => ({ kind: 'seat', entity, words }));
  }

  const leaders = new Map<string, LeaderEntry>();
  for (const leader of gazetteer.leaders) {
    leaders.set(leader.id, leader);
    // Known people in private life are no nodes, but their names are nobody else's.
    const entity = knownEntity(leader.private ? 'private' : 'leader', leader);
    entities.set(entity.id, entity);
    addNames(add, 'leader', entity, leader);
  }
  const organizations = new Map<string, OrganizationEntry>();
  for (const organization of gazetteer.organizations) {
    organizations.set(organization.id, organization);
    const entity = knownEntity('organization', organization);
    entities.set(entity.id, entity);
    addNames(add, 'organization', entity, organization);
  }
  const bases = new Map<string, BaseEntry>();
  for (const base of gazetteer.bases) {
    bases.set(base.id, base);
    const entity = knownEntity('base', base);
    entities.set(entity.id, entity);
    addNames(add, 'base', entity, base);
  }
  const bodies = new Map<string, StateBodyEntry>();
  for (const body of gazetteer.stateBodies) {
    bodies.set(body.id, body);
    for (const [names, short] of [
      [body.ar, false],
      [body.short ?? [], true],
    ] as const)
      for (const name of names) {
        add(name, words => ({ kind: 'body', body, short, words }));
        const [first, ...rest] = wordsOf(name);
        if (!first || short) continue;
        // The first noun loses its article before a country: جيش إسرائيل.
        if (BARE_BODIES.has(first) && rest.length === 0)
          add(first.slice(2), words => ({ kind: 'body', body, short: true, words }));
        for (const dual of [...dualForms(first), ...(BODY_PLURALS.get(first) ?? [])])
          add([dual, ...rest].join(' '), words => ({ kind: 'body', body, short: true, words, dual: true }));
      }
  }
  const offices = new Map<string, OfficeEntry>();
  for (const office of gazetteer.offices) {
    offices.set(office.id, office);
    for (const name of office.ar) {
      add(name, words => ({ kind: 'office', office, dual: false, words }), true);
      const [first, ...rest] = wordsOf(name);
      if (!first || first.length < 4) continue;
      for (const dual of [...dualForms(first), ...(BROKEN_PLURALS.get(first) ?? [])])
        add([dual, ...rest].join(' '), words => ({ kind: 'office', office, dual: true, words }), true);
    }
  }

  // "نائب وزير المالية", "وكيل وزارة الصحة": deputies of every minister.
  const deputy = offices.get('deputy-minister');
  if (deputy)
    for (const { id, ar } of gazetteer.offices) {
      if (!id.endsWith('-minister') || id.startsWith('deputy-')) continue;
      for (const name of ar) {
        const portfolio = /^وزير (ال.+)$/.exec(name)?.[1];
        if (!portfolio) continue;
        for (const second of DEPUTIES)
          add(
            `${second} ${portfolio}`,
            words => ({ kind: 'office', office: deputy, dual: false, words }),
            true,
          );
      }
    }

  const terms = new Map<string, { readonly term: OfficeTerm; readonly leader: string }[]>();
  for (const leader of leaders.values())
    for (const term of leader.offices) {
      const key = `${term.office} ${term.of}`;
      const list = terms.get(key);
      if (list) list.push({ term, leader: leader.id });
      else terms.set(key, [{ term, leader: leader.id }]);
    }
  const starts = vocabulary.memo(form => {
    if (form.kind === 'latin' || form.kind === 'number') {
      const node = root.next.get(lookupKey(form.fold));
      return node ? [{ node, prefixLength: 0, conjunction: '', proclitic: '', definite: false }] : NO_STARTS;
    }
    if (form.kind !== 'word') return NO_STARTS;
    const found: Start[] = [];
    for (const reading of headsOf(form.fold)) {
      // With the article on it, the word before this one has led there.
      const again = reading.definite && form.fold.startsWith('ال', reading.prefixLength);
      if (reading.proclitic === 'س' || again) continue;
      const node = root.next.get(lookupKey(reading.definite ? `ال${reading.stem}` : reading.stem));
      if (!node || found.some(start => start.node === node)) continue;
      const { prefixLength, conjunction, proclitic } = reading;
      found.push({
        node,
        prefixLength,
        conjunction,
        proclitic,
        definite: reading.definite || reading.stem.startsWith('ال'),
      });
    }
    return found.length > 0 ? found : NO_STARTS;
  });

  const seconds = new Set<string>();
  for (const { next } of root.next.values()) for (const word of next.keys()) seconds.add(word);

  const bodyEntities = new Map<string, Entity>();
  const country = (iso: string) => {
    const entry = countries.get(iso);
    return entry ? entities.get(entry.id) : undefined;
  };
  return {
    schema,
    vocabulary,
    starts,
    isSecond: form => seconds.has(lookupKey(form.fold)),
    key: vocabulary.memo(form => lookupKey(form.fold)),
    entities,
    countries,
    leaders,
    organizations,
    bases,
    offices,
    bodies,
    country,
    organization: words => {
      let node: TrieNode<Entry> | undefined = root;
      for (const word of words) node = node?.next.get(lookupKey(word));
      const entry = node?.values.find(value => value.kind === 'organization');
      return entry?.kind === 'organization' ? entry.entity : undefined;
    },
    holderAt: (office, of, date) => {
      const found = new Set<string>();
      for (const { term, leader } of terms.get(`${office} ${of}`) ?? [])
        if (term.from && term.from <= date && (!term.to || date < term.to)) found.add(leader);
      const [only] = found;
      return found.size === 1 && only ? entities.get(only) : undefined;
    },
    givenNames: givenNamesOf(gazetteer.leaders),
    placeNames: placeNamesOf(gazetteer.places),
    skeletons: createSkeletons([...leaders.values()], entities),
    ties: { parentOf: id => organizations.get(id)?.parent },
    bodyOf: (kind, iso) => {
      const whole = kind.id === 'lower-house' && ONE_HOUSE.has(iso) ? bodies.get('parliament') : undefined;
      const body = whole ?? kind;
      const known = body.known?.[iso];
      const organization = known === undefined ? undefined : entities.get(known);
      if (organization) return organization;
      const id = `org:${body.id}:${iso}`;
      // Bodies that are spelled almost alike in two articles have one id: each keeps its own name.
      const key = `${id} ${body.label.ar}`;
      let entity = bodyEntities.get(key);
      if (!entity) {
        entity = bodyEntity(id, body, countries.get(iso), iso);
        bodyEntities.set(key, entity);
      }
      return entity;
    },
  };
}

const DEPUTIES = [
  'نائب وزير',
  'نائبة وزير',
  'نائب وزيرة',
  'مساعد وزير',
  'معاون وزير',
  'وكيل وزير',
  'وكيل وزارة',
];

/** Countries whose house of representatives is what the news calls their parliament. */
const ONE_HOUSE = new Set(['YE', 'LB', 'EG', 'JO']);

/** Bodies whose name may lose its article: دوما is a town, جيش is an army. */
const BARE_BODIES = new Set(['الجيش', 'البرلمان', 'الشرطه']);

/** "وزارات الداخلية والعدل" */
const BODY_PLURALS: ReadonlyMap<string, readonly string[]> = new Map([['وزاره', ['وزارات']]]);

const BROKEN_PLURALS: ReadonlyMap<string, readonly string[]> = new Map([
  ['رييس', ['روسا']],
  ['وزير', ['وزرا']],
  ['زعيم', ['زعما']],
  ['قايد', ['قاده']],
  ['سفير', ['سفرا']],
]);

type Add = <T extends Entry>(name: string, make: (words: number) => T, bothArticles?: boolean) => void;

/** Where the family name comes first, it is the short name: "الرئيس شي". */
const FAMILY_FIRST = new Set(['CN', 'TW', 'KR', 'KP', 'VN', 'HK']);

function addNames(
  add: Add,
  kind: 'leader' | 'organization' | 'base',
  entity: Entity,
  entry: LeaderEntry | OrganizationEntry | BaseEntry,
): void {
  add(entry.label.ar, words => ({
    kind,
    entity,
    short: kind !== 'organization' && words === 1 && needsTitle(fold(entry.label.ar)),
    mention: 'name',
    words,
  }));
  add(entry.label.en, words => ({ kind, entity, short: false, mention: 'name', words }));
  for (const name of [...entry.aliases.ar, ...entry.aliases.en])
    add(name, words => ({
      kind,
      entity,
      short: kind !== 'organization' && words === 1 && needsTitle(fold(name)),
      mention: 'alias',
      words,
    }));
  if (kind === 'leader' && FAMILY_FIRST.has(entry.country ?? '')) {
    const [family = '', given] = entry.label.ar.split(/[\s-]+/);
    if (given) add(family, words => ({ kind, entity, short: true, mention: 'alias', words }));
  }
  const short = 'short' in entry ? entry.short : undefined;
  for (const name of [...(short?.ar ?? []), ...(short?.en ?? [])])
    add(name, words => ({ kind, entity, short: true, mention: 'alias', words }));
}

/** Words that names of leaders begin with and that are names only: "محمد", not "الملك". */
function givenNamesOf(leaders: readonly LeaderEntry[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { label } of leaders) {
    const [first = '', second] = label.ar.split(/[\s-]+/);
    const word = fold(first);
    if (second && word.length > 2 && !word.startsWith('ال') && NAME_WORDS.has(word)) names.add(word);
  }
  return names;
}

function placeNamesOf(places: readonly PlaceEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { names } of places)
    for (const name of names) {
      const [first = '', second = '', ...rest] = fold(name).split(' ');
      if (rest.length > 0 || !NAME_WORDS.has(second)) continue;
      if (NAME_WORDS.has(first) || NAME_PARTICLES.has(first) || first.startsWith('ال')) continue;
      found.set(second, (found.get(second) ?? new Set()).add(first));
    }
  return found;
}

/** A single name that is also a given name, a nationality or an ordinary word. */
function needsTitle(name: string): boolean {
  if (SURE_NAMES.has(name)) return false;
  return (
    name.length <= 3 ||
    COMMON_WORDS.has(name) ||
    AMBIGUOUS_NAMES.has(name) ||
    (/^ال.+ي$/.test(name) && NATIONAL.has(name))
  );
}

/** Family names that mean the statesman in any news, though the word has another meaning. */
const SURE_NAMES = wordSet('الأسد البشير مبارك');

const NATIONAL = wordSet(
  'التركي السوداني المصري العراقي السوري اليمني المغربي التونسي الليبي الهندي الحوثي الكويتي القطري الأردني اللبناني',
);
