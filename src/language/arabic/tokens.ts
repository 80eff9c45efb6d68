import { fold } from './normalize.js';

/**
 * Tokens: words, numbers and punctuation marks with their offsets, and the word forms behind them.
 *
 * News repeats its words (Zipf), so everything that depends on the form alone is worked out once a form
 * and remembered on it: see {@link Vocabulary}.
 */

export type TokenKind = 'word' | 'latin' | 'number' | 'punctuation';

export interface Token {
  /** Offsets into the article's text. */
  readonly start: number;
  readonly end: number;
  readonly form: WordForm;
  /** Index of its sentence. */
  sentence: number;
}

/** One way to take a word apart: conjunction, future mark, preposition, article, stem and pronoun. */
export interface Reading {
  /** و or ف, or nothing. */
  readonly conjunction: string;
  /** ب, ل, ك, or the future س, or nothing. */
  readonly proclitic: string;
  /** Whether the article ال stood before the stem. */
  readonly definite: boolean;
  /** Folded. */
  readonly stem: string;
  /** Attached pronoun, folded, or nothing. */
  readonly suffix: string;
  /** How many UTF-16 units of the surface stand before the stem with its article. */
  readonly prefixLength: number;
}

/** Room for memos: a list that grew would take three times as much. */
const MEMOS = 9;

export class WordForm {
  /** As in the text. */
  readonly text: string;
  /** See `fold`. */
  readonly fold: string;
  readonly kind: TokenKind;
  /** @internal memos, by slot of the vocabulary */
  readonly memos: unknown[] = new Array(MEMOS).fill(undefined);

  constructor(text: string, kind: TokenKind) {
    this.text = text;
    this.fold = fold(text);
    this.kind = kind;
  }
}

/** Forms kept before the memory is emptied: bounds the memory whatever the amount of text. */
const CAPACITY = 300_000;
/** Places in the table of forms at first; always a power of two. */
const PLACES = 1 << 15;

/** The word forms met so far, and what has been worked out about each. */
export class Vocabulary {
  // Open addressing over the characters of the article itself: a word that was met before costs no new string.
  #forms: (WordForm | undefined)[] = new Array(PLACES).fill(undefined);
  /** The hashes of the forms, by place: other words are passed over without a look at them. */
  #hashes = new Int32Array(PLACES);
  #size = 0;
  #slots = 0;

  /** The form of a surface string. */
  form(text: string, kind: TokenKind): WordForm {
    return this.formAt(unitsOf(text), 0, text.length, kind);
  }

  /** The form that stands at a place in a text, given by its UTF-16 units. */
  formAt(units: Uint16Array, start: number, end: number, kind: TokenKind): WordForm {
    const hash = hashOf(units, start, end);
    const mask = this.#forms.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const known = this.#forms[place];
      if (!known) break;
      if (this.#hashes[place] === hash && isAt(known.text, units, start, end)) return known;
    }
    const form = new WordForm(textAt(units, start, end), kind);
    if (this.#size >= CAPACITY) this.#clear(PLACES);
    else if (this.#size * 2 >= this.#forms.length) this.#grow();
    this.#insert(form, hash);
    return form;
  }

  #clear(places: number): void {
    this.#forms = new Array(places).fill(undefined);
    this.#hashes = new Int32Array(places);
    this.#size = 0;
  }

  #grow(): void {
    const forms = this.#forms;
    const hashes = this.#hashes;
    this.#clear(forms.length * 4);
    forms.forEach((form, place) => {
      if (form) this.#insert(form, hashes[place] ?? 0);
    });
  }

  #insert(form: WordForm, hash: number): void {
    const mask = this.#forms.length - 1;
    let place = hash & mask;
    while (this.#forms[place]) place = (place + 1) & mask;
    this.#forms[place] = form;
    this.#hashes[place] = hash;
    this.#size++;
  }

  /** Makes a function of the form that is computed once a form. */
  memo<T>(compute: (form: WordForm) => T): (form: WordForm) => T {
    const slot = this.#slots++;
    return form => {
      let value = form.memos[slot];
      if (value === undefined) {
        value = compute(form);
        form.memos[slot] = value === undefined ? null : value;
      }
      return value as T;
    };
  }
}

let scratch = new Uint16Array(1 << 12);

/** The UTF-16 units of a text: going over them is faster than over a string. The next call overwrites them. */
function unitsOf(text: string): Uint16Array {
  const { length } = text;
  if (scratch.length < length) scratch = new Uint16Array(2 * length);
  const units = scratch;
  for (let index = 0; index < length; index++) units[index] = text.charCodeAt(index);
  return units;
}

/** A string of its own: a slice of the article would keep all of it alive. */
function textAt(units: Uint16Array, start: number, end: number): string {
  return Buffer.from(units.buffer, units.byteOffset + 2 * start, 2 * (end - start)).toString('utf16le');
}

/** A hash of a word, well mixed: tables take its low bits. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index++) hash = (Math.imul(hash, 31) + (units[index] ?? 0)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  return hash ^ (hash >>> 16);
}

function isAt(word: string, units: Uint16Array, start: number, end: number): boolean {
  const { length } = word;
  if (length !== end - start) return false;
  for (let index = 0; index < length; index++)
    if (word.charCodeAt(index) !== units[start + index]) return false;
  return true;
}

const LETTER = 1;
const DIGIT = 2;
const JOINER = 3; // inside a word only: marks, tatweel, direction marks, apostrophes in Latin words
const SKIPPED = 4; // hashtag signs and underscores: they separate words and are no token
const LATIN = 5;
const SPACE = 6;

const CLASS = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) CLASS[code] = SPACE;
  else if (/[\p{Script=Latin}]/u.test(character)) CLASS[code] = LATIN;
  else if (/\p{L}/u.test(character) || (code >= 0xd800 && code < 0xe000)) CLASS[code] = LETTER;
  else if (/\p{Nd}/u.test(character)) CLASS[code] = DIGIT;
  else if (/[\p{M}\p{Cf}]/u.test(character)) CLASS[code] = JOINER;
}
CLASS[0x0640] = JOINER; // tatweel
CLASS['#'.charCodeAt(0)] = SKIPPED;
CLASS['_'.charCodeAt(0)] = SKIPPED;

/** Splits a text into tokens. `sentence` of each is 0 until sentences are found. */
export function tokenize(text: string, vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = [];
  const { length } = text;
  const units = unitsOf(text);
  let index = 0;
  while (index < length) {
    const kind = CLASS[units[index] ?? 0] ?? 0;
    if (kind === SPACE || kind === SKIPPED || kind === JOINER) {
      index++;
      continue;
    }
    const start = index++;
    let tokenKind: TokenKind = 'punctuation';
    if (kind === LETTER || kind === LATIN) {
      tokenKind = kind === LATIN ? 'latin' : 'word';
      while (index < length) {
        const next = CLASS[units[index] ?? 0] ?? 0;
        if (next !== kind && next !== JOINER) break;
        index++;
      }
    } else if (kind === DIGIT) {
      tokenKind = 'number';
      while (index < length) {
        const next = CLASS[units[index] ?? 0] ?? 0;
        const code = text.charCodeAt(index);
        const inside =
          (code === 0x2e || code === 0x2c || code === 0x066b || code === 0x066c) &&
          CLASS[text.charCodeAt(index + 1)] === DIGIT;
        if (next !== DIGIT && next !== JOINER && !inside) break;
        index++;
      }
    }
    let end = index;
    while (
      end > start + 1 &&
      CLASS[text.charCodeAt(end - 1)] === JOINER &&
      text.charCodeAt(end - 1) !== 0x0640
    ) {
      if (/\p{M}/u.test(text.charAt(end - 1))) break;
      end--;
    }
    tokens.push({ start, end, form: vocabulary.formAt(units, start, end, tokenKind), sentence: 0 });
  }
  return tokens;
}
