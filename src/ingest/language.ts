/** Letters that Arabic does not use, by the language whose everyday words need them. */
const LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ckb', /[ەێۆڕڵ]/gu],
  ['ug', /[ۇۈۋېڭ]/gu],
  ['ps', /[ښځټډړڼۍې]/gu],
  ['ur', /[ٹڈڑںےھہ]/gu],
  ['sd', /[ڄڃٻڀٽڦڻ]/gu],
  ['fa', /[پچژگیک]/gu],
];

const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  ar: wordSet(
    'في من على إلى الى أن ان إن عن التي الذي هذا هذه ذلك كان قال قد لا لم ما بين بعد مع كما حيث وقال وأن ولا',
  ),
  fa: wordSet(
    'است این که را از می های شد شده برای با در به آن خود یک نیز کرد کرده گفت هم تا ايران اين شود دارد',
  ),
  ur: wordSet('ہے کے میں کی نے سے کا کو اور پر یہ ہیں کہ اس نہیں تھا گیا بھی ایک'),
  ps: wordSet('د په چې ته او له دي سره کې یې هم ده نه کړي شوي'),
  ckb: wordSet('لە بە کە بۆ لەگەڵ ئەم ئەو هەر یەک و'),
};

const SCRIPTS: readonly (readonly [tag: string, letters: RegExp])[] = [
  ['und-Latn', /\p{Script=Latin}/gu],
  ['und-Cyrl', /\p{Script=Cyrillic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['und-Hani', /\p{Script=Han}/gu],
];

const SAMPLE = 1500;

/**
 * The language of a text, as a BCP 47 tag: `ar`; other languages of the Arabic script by their letters and
 * commonest words (`fa`, `ur`, `ps`, `ckb` …); for the rest the script (`und-Latn`), or `und` where there
 * are no letters. Reads a sample of the text's start and middle.
 */
export function detectLanguage(title: string, text: string): string {
  const middle = Math.max(0, (text.length >> 1) - SAMPLE / 2);
  const sample = `${title}\n${text.slice(0, SAMPLE)}\n${text.length > 2 * SAMPLE ? text.slice(middle, middle + SAMPLE) : ''}`;
  // Latin names in Arabic prose are common; an English page with an Arabic name in it is too.
  const arabic = count(sample, /[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]/gu);
  const scripts = SCRIPTS.map(([tag, letters]) => ({ tag, letters: count(sample, letters) }));
  const other = scripts.reduce((a, b) => (b.letters > a.letters ? b : a));
  if (arabic === 0 && other.letters === 0) return 'und';
  if (arabic < other.letters) return other.tag;
  return ofArabicScript(sample, arabic);
}

function ofArabicScript(sample: string, letters: number): string {
  const words = sample.match(/[\u0620-\u06ff]+/gu) ?? [];
  const score = new Map<string, number>();
  for (const [language, known] of Object.entries(WORDS)) {
    let hits = 0;
    for (const word of words) {
      if (known.has(word)) hits++;
      else if (language === 'ar' && /^(?:[وفبك]?ال|لل)[\u0621-\u064a]{2}/u.test(word)) hits++;
    }
    score.set(language, hits / Math.max(1, words.length));
  }
  for (const [language, pattern] of LETTERS) {
    const share = count(sample, pattern) / letters;
    // Foreign names bring a few پ and گ into Arabic; Egypt's keyboards write ی for ي.
    score.set(language, (score.get(language) ?? 0) + (share > 0.02 ? share * 4 : 0));
  }
  const arabic = score.get('ar') ?? 0;
  let best = 'ar';
  for (const [language, value] of score) if (value > (score.get(best) ?? 0)) best = language;
  return arabic >= (score.get(best) ?? 0) * 0.9 ? 'ar' : best;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
