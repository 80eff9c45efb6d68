/** Letters of the Arabic script that Arabic does not use, by the language that needs them. */
const LETTERS: Readonly<Record<string, string>> = {
  ckb: 'ەێۆڕڵ',
  ug: 'ۇۈۋېڭ',
  ps: 'ښځټډړڼۍې',
  ur: 'ٹڈڑںےھہ',
  sd: 'ڄڃٻڀٽڦڻ',
  fa: 'پچژگیک',
};

/** The commonest words. Arabic also counts words with the article. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ar: words(
    'في من على إلى الى أن ان إن عن التي الذي هذا هذه ذلك كان قال قد لا لم ما بين بعد مع كما حيث وقال وأن ولا',
  ),
  fa: words(
    'است این که را از می های شد شده برای با در به آن خود یک نیز کرد کرده گفت هم تا ايران اين شود دارد',
  ),
  ur: words('ہے کے میں کی نے سے کا کو اور پر یہ ہیں کہ اس نہیں تھا گیا بھی ایک'),
  ps: words('د په چې ته او له دي سره کې یې هم ده نه کړي شوي'),
  ckb: words('لە بە کە بۆ لەگەڵ ئەم ئەو هەر یەک و'),
};
const LANGUAGES = ['ar', ...Object.keys(LETTERS)] as const;

/** Other scripts by ranges of UTF-16 units. */
const SCRIPTS: readonly (readonly [tag: string, first: number, last: number])[] = [
  ['und-Latn', 0x41, 0x5a],
  ['und-Latn', 0x61, 0x7a],
  ['und-Latn', 0xc0, 0x24f],
  ['und-Grek', 0x370, 0x3ff],
  ['und-Cyrl', 0x400, 0x52f],
  ['hy', 0x531, 0x58f],
  ['he', 0x5d0, 0x5ea],
  ['und-Deva', 0x900, 0x97f],
  ['und-Hani', 0x3040, 0x9fff],
  ['ko', 0xac00, 0xd7a3],
];

const SAMPLE = 400;
/** Share of its own letters from which a text may be in another language than Arabic. */
const FEWEST_OWN = 0.01;
const ARABIC = 1;

/** For each UTF-16 unit: 1 a letter of the Arabic script, 2 and above one of `SCRIPTS`, 0 no letter. */
const CLASS = new Uint8Array(0x10000);
for (const [index, [, first, last]] of SCRIPTS.entries()) CLASS.fill(index + 2, first, last + 1);
for (const [first, last] of [
  [0x620, 0x64a],
  [0x66e, 0x6d3],
  [0x6fa, 0x6ff],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
] as const) {
  CLASS.fill(ARABIC, first, last + 1);
}
CLASS[0x640] = 0; // tatweel

/** For each letter, the languages that use it, as bits in the order of `LANGUAGES`. */
const FOREIGN = new Uint8Array(0x10000);
const WORD_LANGUAGES = new Map<string, number>();
LANGUAGES.forEach((language, index) => {
  for (const letter of LETTERS[language] ?? '') {
    const code = letter.charCodeAt(0);
    FOREIGN[code] = (FOREIGN[code] ?? 0) | (1 << index);
  }
  for (const word of WORDS[language] ?? []) {
    WORD_LANGUAGES.set(word, (WORD_LANGUAGES.get(word) ?? 0) | (1 << index));
  }
});

/**
 * The language of a text, as a BCP 47 tag: `ar`; other languages of the Arabic script by their letters and
 * commonest words (`fa`, `ur`, `ps`, `ckb` …); for the rest the script (`und-Latn`), or `und` where there
 * are no letters. Reads a sample of the text's start and middle.
 */
export function detectLanguage(title: string, text: string): string {
  const middle = text.length > 2 * SAMPLE ? text.slice(text.length >> 1, (text.length >> 1) + SAMPLE) : '';
  const sample = `${title}\n${text.slice(0, SAMPLE)}\n${middle}`;
  const letters = new Uint32Array(SCRIPTS.length + 2);
  const foreign = new Uint32Array(LANGUAGES.length);
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index);
    const script = CLASS[code] ?? 0;
    letters[script] = (letters[script] ?? 0) + 1;
    if (script === ARABIC && FOREIGN[code] !== 0) addBits(foreign, FOREIGN[code] ?? 0);
  }
  const arabic = letters[ARABIC] ?? 0;
  const other = new Map<string, number>();
  for (const [index, [tag]] of SCRIPTS.entries())
    other.set(tag, (other.get(tag) ?? 0) + (letters[index + 2] ?? 0));
  const [tag, most] = [...other].reduce((a, b) => (b[1] > a[1] ? b : a));
  if (arabic === 0 && most === 0) return 'und';
  // Arabic prose has Latin names in it, and an English page may have an Arabic name.
  if (arabic * 2 < most) return tag;
  return foreign.some(count => count >= arabic * FEWEST_OWN) ? ofArabicScript(sample, foreign, arabic) : 'ar';
}

function ofArabicScript(sample: string, foreign: Uint32Array, letters: number): string {
  const found = sample.match(/[\u0620-\u06ff]+/gu) ?? [];
  const hits = new Uint32Array(LANGUAGES.length);
  for (const word of found) {
    const known = WORD_LANGUAGES.get(word);
    if (known !== undefined) addBits(hits, known);
    else if (ARTICLE.test(word)) addBits(hits, 1);
  }
  const scores = LANGUAGES.map((_, index) => {
    const share = (foreign[index] ?? 0) / letters;
    if (index > 0 && share < FEWEST_OWN) return 0;
    // Foreign names bring a few پ and گ into Arabic, and the other languages have all of Persian's letters.
    const weight = LANGUAGES[index] === 'fa' ? 1.5 : 4;
    return (hits[index] ?? 0) / Math.max(1, found.length) + (share > 0.02 ? share * weight : 0);
  });
  const best = scores.indexOf(Math.max(...scores));
  return (scores[0] ?? 0) >= (scores[best] ?? 0) * 0.9 ? 'ar' : (LANGUAGES[best] ?? 'ar');
}

const ARTICLE = /^(?:[وفبك]?ال|لل)[\u0621-\u064a]{2}/u;

function addBits(counts: Uint32Array, bits: number): void {
  for (let index = 0; index < counts.length; index++)
    if (bits & (1 << index)) counts[index] = (counts[index] ?? 0) + 1;
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
