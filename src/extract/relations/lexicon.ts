import { readingsOf } from '../../language/arabic/clitics.js';
import { OTHER_VERBS, SAYING_VERBS } from '../../language/arabic/common-verbs.js';
import { COMPLEMENTIZERS } from '../../language/arabic/function-words.js';
import { fold } from '../../language/arabic/normalize.js';
import type { Reading, Vocabulary, WordForm } from '../../language/arabic/tokens.js';
import { conjugate, type VerbForm } from '../../language/arabic/verbs.js';
import type { PredicateEntry } from '../../schema/types.js';

import { hashName, hashText, mix } from './hash.js';

/** A lexeme that can express relations: زار, زيارة. */
export interface Lexeme {
  /** `v:زار`, `n:زيارة`, `p:مجاور`, `x:ضد`: also the name of the rule. */
  readonly name: string;
  readonly kind: 'verb' | 'noun' | 'participle' | 'particle';
  /** The relations it can express, with where their objects stand. */
  readonly senses: readonly Sense[];
  readonly relations: ReadonlySet<string>;
  readonly saying: boolean;
  /** A noun that names an event (زيارة), not a thing or a group (قوات). */
  readonly event: boolean;
}

export interface Sense {
  readonly relation: string;
  /** Prepositions before the object; `''` for a direct object or a genitive. The same ones are the same set. */
  readonly object: ReadonlySet<string>;
  /** The grammatical subject is the relation's object. */
  readonly swap: boolean;
  /** The word means this relation and hardly anything else. */
  readonly core: boolean;
  readonly codes: Codes;
}

/** A sense as the features of candidates see it. */
export interface Codes {
  /** Its place among all senses of the lexicon. */
  readonly number: number;
  /** The relation that it is read as, and the hash of that. */
  readonly type: string;
  readonly relation: number;
  /** Of the kind of word and of whether subject and object are swapped. */
  readonly kind: number;
  readonly word: number;
  /** Tells the entry of the lexicon: its words behave alike. */
  readonly family: number;
  /** Of the kind, and of whether the word means this relation and hardly anything else. */
  readonly strength: number;
}

const KIND = { verb: 1, noun: 2, participle: 3, particle: 4 } as const;

/** A word read as a lexeme. */
export interface Trigger {
  readonly lexeme: Lexeme;
  readonly reading: Reading;
  readonly verb: VerbForm | undefined;
  readonly form: FormCodes;
}

/** The form of a word as the features of candidates see it. */
export interface FormCodes {
  /** Of the pronoun and the article on it. */
  readonly suffix: number;
  readonly definite: number;
  /** Of the preposition and the conjunction on it. */
  readonly prefixes: number;
  /** Of a verb: how it agrees with its subject. */
  readonly agreement: number;
  readonly tense: number;
}

/** A word without clitics. */
export function plainReading(stem: string): Reading {
  return { conjunction: '', proclitic: '', definite: false, stem, suffix: '', prefixLength: 0 };
}

interface Lookup {
  readonly lexeme: Lexeme;
  readonly verb: VerbForm | undefined;
}

export interface PredicateLexicon {
  /** The readings of a word form as a predicate; memoized. */
  readonly read: (form: WordForm) => readonly Trigger[];
  /** Prepositions that tie by themselves, folded. */
  readonly particles: ReadonlyMap<string, Lexeme>;
}

/** Of most words. */
const NO_TRIGGERS: readonly Trigger[] = [];

export function createPredicateLexicon(
  entries: readonly PredicateEntry[],
  vocabulary: Vocabulary,
): PredicateLexicon {
  const forms = new Map<string, Lookup[]>();
  const particles = new Map<string, Lexeme>();
  for (const lexeme of lexemesOf(entries)) {
    if (lexeme.kind === 'particle') {
      particles.set(fold(lexeme.name.slice(2)), lexeme);
      continue;
    }
    for (const { form, verb } of formsOf(lexeme)) {
      const list = forms.get(form);
      const lookup = { lexeme, verb };
      if (list) list.push(lookup);
      else forms.set(form, [lookup]);
    }
  }
  const read = vocabulary.memo(form => {
    // Without its hamza إنهاء looks like إنها.
    if (COMPLEMENTIZERS.has(form.fold)) return NO_TRIGGERS;
    const triggers: Trigger[] = [];
    for (const reading of readingsOf(form)) {
      for (const { lexeme, verb } of forms.get(reading.stem) ?? []) {
        if (!fits(reading, lexeme, verb) || lacksHamza(form, reading, lexeme)) continue;
        if (triggers.some(trigger => trigger.lexeme === lexeme)) continue;
        triggers.push({ lexeme, reading, verb, form: formCodes(reading, verb) });
      }
    }
    return triggers.length > 0 ? triggers : NO_TRIGGERS;
  });
  return { read, particles };
}

export function formCodes(reading: Reading, verb: VerbForm | undefined): FormCodes {
  return {
    suffix: hashName(reading.suffix),
    definite: reading.definite ? 1 : 0,
    prefixes: mix(hashName(reading.proclitic), reading.conjunction === '' ? 0 : 1),
    agreement: verb ? hashName(verb.gender + verb.number) : 0,
    tense: verb ? hashName(verb.tense) : 0,
  };
}

/** Without their last letter, some words look like others: بناء and بنا. */
function lacksHamza({ text }: WordForm, { suffix }: Reading, { name }: Lexeme): boolean {
  return suffix === '' && name.endsWith('اء') && !text.includes('ء');
}

function fits(
  { proclitic, definite, suffix }: Reading,
  { kind }: Lexeme,
  verb: VerbForm | undefined,
): boolean {
  if (kind !== 'verb') return proclitic !== 'س';
  if (definite) return false;
  if (proclitic === 'س' && verb?.tense !== 'present') return false;
  if (proclitic === 'ل' && verb?.tense === 'past') return false;
  return (proclitic === '' || proclitic === 'س' || proclitic === 'ل') && suffix !== 'ي';
}

function lexemesOf(entries: readonly PredicateEntry[]): Lexeme[] {
  const lexemes = new Map<
    string,
    Omit<Lexeme, 'name' | 'senses' | 'relations'> & { senses: Sense[]; saying: boolean; event: boolean }
  >();
  const senseOf = createSenseMaker();
  const add = (
    kind: Lexeme['kind'],
    word: string,
    sense: Meaning | undefined,
    saying = false,
    event = false,
  ) => {
    const name = `${kind === 'particle' ? 'x' : kind.charAt(0)}:${word}`;
    const known = lexemes.get(name) ?? { kind, senses: [], saying: false, event: false };
    lexemes.set(name, known);
    if (sense) known.senses.push(senseOf(name, kind, sense));
    known.saying ||= saying;
    known.event ||= event;
  };
  for (const entry of entries) {
    for (const word of entry.verbs ?? [])
      add('verb', word, meaningOf(entry, word, entry.object?.verb, entry.swap || entry.swapVerbs));
    for (const word of entry.nouns ?? [])
      add('noun', word, meaningOf(entry, word, entry.object?.noun, entry.swap), false, true);
    for (const word of entry.things ?? [])
      add('noun', word, meaningOf(entry, word, entry.object?.noun, entry.swap));
    for (const word of entry.participles ?? [])
      add('participle', word, meaningOf(entry, word, entry.object?.noun ?? entry.object?.verb, entry.swap));
    for (const word of entry.particles ?? [])
      add('particle', word, { ...meaningOf(entry, word, [word], entry.swap), core: false });
  }
  for (const word of SAYING_VERBS) add('verb', word, undefined, true);
  for (const word of OTHER_VERBS) add('verb', word, undefined);
  return [...lexemes].map(([name, { kind, senses, saying, event }]) => ({
    name,
    kind,
    senses,
    relations: new Set(senses.map(({ relation }) => relation)),
    saying,
    event,
  }));
}

/** What an entry says of a word. */
interface Meaning {
  readonly relation: string;
  readonly object: readonly string[];
  readonly swap: boolean;
  readonly core: boolean;
  readonly family: number;
}

function meaningOf(
  entry: PredicateEntry,
  word: string,
  object: readonly string[] | undefined,
  swap: boolean | undefined,
): Meaning {
  return {
    relation: entry.relation,
    object: (object ?? ['']).map(fold),
    swap: swap ?? false,
    core: entry.core?.includes(word.split(' ')[0] ?? word) ?? true,
    family: familyOf(entry),
  };
}

function createSenseMaker(): (name: string, kind: Lexeme['kind'], meaning: Meaning) => Sense {
  const sets = new Map<string, ReadonlySet<string>>();
  let number = 0;
  return (name, kind, { relation, object, swap, core, family }) => {
    const key = object.join(' ');
    const set = sets.get(key) ?? new Set(object);
    sets.set(key, set);
    const kindCode = KIND[kind] * 2 + (swap ? 1 : 0);
    const codes = {
      number: number++,
      type: relation,
      relation: hashText(relation),
      kind: kindCode,
      word: hashText(name),
      family,
      strength: kindCode * 2 + (core ? 1 : 0),
    };
    return { relation, object: set, swap, core, codes };
  };
}

function familyOf(entry: PredicateEntry): number {
  const first = [...(entry.verbs ?? []), ...(entry.nouns ?? []), ...(entry.things ?? [])][0];
  return hashText(`${entry.relation} ${first ?? ''}`);
}

function formsOf({ name, kind }: Lexeme): { form: string; verb: VerbForm | undefined }[] {
  const word = name.slice(2);
  if (kind === 'verb') return conjugate(word).map(verb => ({ form: verb.form, verb }));
  const base = fold(word);
  const forms = [base];
  if (base.endsWith('ه'))
    forms.push(`${base.slice(0, -1)}ات`, `${base.slice(0, -1)}تا`, `${base.slice(0, -1)}تين`);
  else if (kind === 'participle')
    forms.push(`${base}ه`, `${base}ون`, `${base}ين`, `${base}ات`, `${base}ا`, `${base}و`, `${base}ي`);
  return [...new Set(forms)].map(form => ({ form, verb: undefined }));
}
