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

export class WordForm {
  /** As in the text. */
  readonly text: string;
  /** See `fold`. */
  readonly fold: string;
  readonly kind: TokenKind;
  /** @internal How many forms the vocabulary met before this one. */
  readonly number: number;

  constructor(text: string, kind: TokenKind, number: number) {
    this.text = text;
    this.fold = fold(text);
    this.kind = kind;
    this.number = number;
  }
}

/** Forms kept before the memory is emptied: bounds the memory whatever the amount of text. */
const CAPACITY = 300_000;
/** Places in the table of forms at first; always a power of two. */
const PLACES = 1 << 15;
/** The bits of an entry of the table that hold the number of a form; the others are those of its hash. */
const NUMBER = (1 << 19) - 1;

/** The word forms met so far, and what has been worked out about each. */
export class Vocabulary {
  #forms: WordForm[] = [];
  /** The units of all forms one after another, and where those of each end. */
  #letters = new Uint16Array(PLACES);
  #ends: number[] = [];
  /**
   * Open addressing over the characters of the article itself, so that a word met before costs no new string: at
   * each place the number of a form, counted from one, with the high bits of its hash.
   */
  #table = new Int32Array(PLACES);
  /**
   * What has been worked out, a list for each question, in the order of the forms: the words that are everywhere come
   * early, so what is asked most lies together.
   */
  readonly #memos: unknown[][] = [];
  /** The number of the first form kept. */
  #first = 0;

  /** The form of a surface string. */
  form(text: string, kind: TokenKind): WordForm {
    return this.formAt(unitsOf(text), 0, text.length, kind);
  }

  /** The form that stands at a place in a text, given by its UTF-16 units. */
  formAt(units: Uint16Array, start: number, end: number, kind: TokenKind): WordForm {
    const hash = hashOf(units, start, end);
    const table = this.#table;
    const mask = table.length - 1;
    for (let place = hash & mask; table[place] !== 0; place = (place + 1) & mask) {
      const entry = table[place] ?? 0;
      const index = (entry & NUMBER) - 1;
      if (((entry ^ hash) & ~NUMBER) !== 0 || !this.#isAt(index, units, start, end)) continue;
      const known = this.#forms[index];
      if (known) return known;
    }
    return this.#add(units.subarray(start, end), kind, hash);
  }

  #isAt(index: number, units: Uint16Array, start: number, end: number): boolean {
    const letters = this.#letters;
    const from = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    if ((this.#ends[index] ?? 0) - from !== end - start) return false;
    for (let at = start, own = from; at < end; at++, own++) if (units[at] !== letters[own]) return false;
    return true;
  }

  #add(units: Uint16Array, kind: TokenKind, hash: number): WordForm {
    if (this.#forms.length >= CAPACITY) this.#empty();
    else if (this.#forms.length * 2 >= this.#table.length) this.#grow();
    const first = this.#ends.at(-1) ?? 0;
    const end = first + units.length;
    if (end > this.#letters.length) {
      const letters = new Uint16Array(2 * end);
      letters.set(this.#letters);
      this.#letters = letters;
    }
    this.#letters.set(units, first);
    this.#ends.push(end);
    const form = new WordForm(textAt(units), kind, this.#first + this.#forms.length);
    this.#forms.push(form);
    for (const values of this.#memos) values.push(undefined);
    this.#enter(this.#forms.length, hash);
    return form;
  }

  #empty(): void {
    this.#first += this.#forms.length;
    for (const values of this.#memos) values.length = 0;
    this.#forms = [];
    this.#ends = [];
    this.#table = new Int32Array(PLACES);
  }

  #grow(): void {
    this.#table = new Int32Array(2 * this.#table.length);
    let start = 0;
    this.#ends.forEach((end, index) => {
      this.#enter(index + 1, hashOf(this.#letters, start, end));
      start = end;
    });
  }

  /** Enters the number of a form at the first free place. */
  #enter(number: number, hash: number): void {
    const table = this.#table;
    const mask = table.length - 1;
    let place = hash & mask;
    while (table[place] !== 0) place = (place + 1) & mask;
    table[place] = (hash & ~NUMBER) | number;
  }

  /** Makes a function of the form that is computed once a form. */
  memo<T>(compute: (form: WordForm) => T): (form: WordForm) => T {
    const values: unknown[] = new Array(this.#forms.length).fill(undefined);
    this.#memos.push(values);
    return form => {
      const index = form.number - this.#first;
      // Of a form from before the memory was emptied.
      if (index < 0) return compute(form);
      let value = values[index];
      if (value === undefined) {
        value = compute(form);
        values[index] = value === undefined ? null : value;
      }
      return value as T;
    };
  }
}

let scratch = new Uint16Array(1 << 12);
let bytes = Buffer.from(scratch.buffer);

/** The UTF-16 units of a text: going over them is faster than over a string. The next call overwrites them. */
function unitsOf(text: string): Uint16Array {
  if (scratch.length < text.length) {
    scratch = new Uint16Array(2 * text.length);
    bytes = Buffer.from(scratch.buffer);
  }
  bytes.write(text, 'utf16le');
  return scratch;
}

/** A string of its own: a slice of the article would keep all of it alive. */
function textAt({ buffer, byteOffset, byteLength }: Uint16Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf16le');
}

/** A hash of a word, well mixed: tables take its low bits. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index++) hash = (Math.imul(hash, 31) + (units[index] ?? 0)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  return hash ^ (hash >>> 16);
}

const LETTER = 1;
const DIGIT = 2;
const JOINER = 3; // inside a word only: marks, tatweel, direction marks, apostrophes in Latin words
const SKIPPED = 4; // hashtag signs and underscores: they separate words and are no token
const LATIN = 5;
const SPACE = 6;

const TATWEEL = 0x0640;
const CLASS = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) CLASS[code] = SPACE;
  else if (/[\p{Script=Latin}]/u.test(character)) CLASS[code] = LATIN;
  else if (/\p{L}/u.test(character) || (code >= 0xd800 && code < 0xe000)) CLASS[code] = LETTER;
  else if (/\p{Nd}/u.test(character)) CLASS[code] = DIGIT;
  else if (/[\p{M}\p{Cf}]/u.test(character)) CLASS[code] = JOINER;
}
CLASS[TATWEEL] = JOINER;
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
        const code = units[index] ?? 0;
        const inside =
          (code === 0x2e || code === 0x2c || code === 0x066b || code === 0x066c) &&
          index + 1 < length &&
          CLASS[units[index + 1] ?? 0] === DIGIT;
        if (next !== DIGIT && next !== JOINER && !inside) break;
        index++;
      }
    }
    let end = index;
    while (end > start + 1 && CLASS[units[end - 1] ?? 0] === JOINER && units[end - 1] !== TATWEEL) {
      if (/\p{M}/u.test(text.charAt(end - 1))) break;
      end--;
    }
    tokens.push({ start, end, form: vocabulary.formAt(units, start, end, tokenKind), sentence: 0 });
  }
  return tokens;
}
