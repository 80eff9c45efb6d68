/** Brings different spellings of a name together, in both scripts, for the search field. */

const ARABIC: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ک: 'ك',
  گ: 'ك',
  ڤ: 'ف',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ج',
  ڨ: 'ق',
};

/** Letters that two transliterations of one name may differ in, as the consonant they share. */
const CONSONANTS: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'g',
  ح: 'h',
  خ: 'k',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
};

const LATIN_PAIRS: readonly (readonly [RegExp, string])[] = [
  [/tch|tsch/g, 's'],
  [/sch|sh/g, 's'],
  [/ch/g, 's'],
  [/kh/g, 'k'],
  [/gh/g, 'g'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/[qc]/g, 'k'],
  [/j/g, 'g'],
  [/v/g, 'f'],
  [/p/g, 'b'],
  [/[aeiouyw]/g, ''],
];

/** Lower case, without diacritics, hamza seats, tatweel and punctuation; digits in one script. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0654\u0655\u0653]/g, '')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[٠-٩]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0x0660 + 48))
    .replace(/[۰-۹]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0x06f0 + 48))
    .replace(/[\u0600-\u06ff]/g, letter => ARABIC[letter] ?? letter)
    .replace(/ı/g, 'i')
    .replace(/['’‘ʼʿʾ`ء]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Folded words without the article: `السعودية` and `سعودية`, `al-Assad` and `Assad` meet. */
export function words(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter(word => word !== '' && word !== 'ال' && word !== 'al' && word !== 'el')
    .map(word =>
      word.replace(/^(?:وال|بال|لل|ال)(?=..)/u, '').replace(/^(?:al|el)(?=[^aeiou]{1}[a-z]{3})/, ''),
    );
}

/** The consonants that a name keeps through any transliteration: `شويغو` and `Shoigu` give `sg`. */
export function skeleton(text: string): string {
  return words(text)
    .map(word => (/[\u0600-\u06ff]/.test(word) ? arabicSkeleton(word) : latinSkeleton(word)))
    .filter(word => word !== '')
    .join(' ');
}

function arabicSkeleton(word: string): string {
  const letters = Array.from(word.replace(/ه$/, ''), letter => CONSONANTS[letter] ?? '');
  return squeeze(letters.join(''));
}

function latinSkeleton(word: string): string {
  const bare = LATIN_PAIRS.reduce((text, [from, to]) => text.replace(from, to), word.replace(/h$/, ''));
  return squeeze(bare.replace(/[^a-z]/g, ''));
}

function squeeze(text: string): string {
  return text.replace(/(.)\1+/g, '$1');
}
