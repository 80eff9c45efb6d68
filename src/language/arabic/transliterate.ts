import { fold } from './normalize.js';

/**
 * Latin letters for Arabic names that no gazetteer knows: a plain scheme without diacritics, close to what
 * newspapers print. Short vowels are not written in Arabic, so an `a` is put between consonants that could
 * not be said together; it reads "Muhammad" as "Mhamad" unless the name is in {@link GIVEN}.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ا: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
};

/** Frequent names and name parts with their usual English spelling, folded. */
const GIVEN: Readonly<Record<string, string>> = {
  محمد: 'Mohammed',
  احمد: 'Ahmed',
  محمود: 'Mahmoud',
  مصطفي: 'Mustafa',
  علي: 'Ali',
  حسن: 'Hassan',
  حسين: 'Hussein',
  عبد: 'Abd',
  الله: 'Allah',
  عبدالله: 'Abdullah',
  عبدالعزيز: 'Abdulaziz',
  عبدالرحمن: 'Abdulrahman',
  خالد: 'Khaled',
  ابراهيم: 'Ibrahim',
  يوسف: 'Youssef',
  عمر: 'Omar',
  سعيد: 'Saeed',
  سعد: 'Saad',
  فهد: 'Fahd',
  سلمان: 'Salman',
  سلطان: 'Sultan',
  بن: 'bin',
  بنت: 'bint',
  ابن: 'Ibn',
  ابو: 'Abu',
  ابي: 'Abi',
  ام: 'Umm',
  ال: 'Al',
  الدين: 'al-Din',
  جون: 'John',
  جورج: 'George',
  جيمس: 'James',
  جوزيف: 'Joseph',
  ديفيد: 'David',
  روبرت: 'Robert',
  مايكل: 'Michael',
  ريتشارد: 'Richard',
  وليام: 'William',
  ويليام: 'William',
  توماس: 'Thomas',
  بيتر: 'Peter',
  بول: 'Paul',
  مارك: 'Mark',
  ستيفن: 'Stephen',
  كريستوفر: 'Christopher',
  جان: 'Jean',
  فرانسوا: 'François',
  ميشال: 'Michel',
  ميشيل: 'Michel',
  انطونيو: 'Antonio',
  سيرغي: 'Sergei',
  الكسندر: 'Alexander',
  ديمتري: 'Dmitry',
  ايغور: 'Igor',
  اندريه: 'Andrei',
  نيكولاي: 'Nikolai',
  ميخاييل: 'Mikhail',
  فلاديمير: 'Vladimir',
  اليكسي: 'Alexei',
  نواف: 'Nawaf',
  طارق: 'Tariq',
  صالح: 'Saleh',
  ناصر: 'Nasser',
  فيصل: 'Faisal',
  طلال: 'Talal',
  عادل: 'Adel',
  انور: 'Anwar',
  كريم: 'Karim',
  جمال: 'Jamal',
  كمال: 'Kamal',
  جلال: 'Jalal',
  صلاح: 'Salah',
  نور: 'Nour',
  حسام: 'Hossam',
  هشام: 'Hisham',
  ماجد: 'Majed',
};

const VOWEL = /[aeiou]$/;

/** The English spelling of an Arabic name: `transliterate('محمد زكري')` is "Mohammed Zkri". */
export function transliterate(name: string): string {
  return name
    .split(/[\s_\-،,.«»"()]+/)
    .filter(Boolean)
    .map(word => (/^[\p{Script=Latin}\p{N}\p{P}]+$/u.test(word) ? word : transliterateWord(fold(word), word)))
    .join(' ')
    .replace(/\bAbd Al-?(\p{L}+)/giu, (_, rest: string) => `Abdul ${rest}`)
    .replace(/\b(Al|al) (?=\p{Lu})/gu, 'Al ');
}

function transliterateWord(folded: string, surface: string): string {
  const known = GIVEN[folded];
  if (known) return known;
  if (folded.startsWith('ال') && !/^[أإآ]/.test(surface) && folded.length > 4) {
    const rest = folded.slice(2);
    return `Al-${GIVEN[rest] ?? capitalize(letters(rest, surface.slice(2)))}`;
  }
  return capitalize(letters(folded, surface));
}

function letters(word: string, surface: string): string {
  let out = '';
  for (let index = 0; index < word.length; index++) {
    const letter = word.charAt(index);
    const last = index === word.length - 1;
    if (letter === 'و')
      out += index === 0 ? 'w' : VOWEL.test(out) ? 'w' : beforeVowel(word, index) ? 'w' : 'o';
    else if (letter === 'ي')
      out += index === 0 ? 'y' : VOWEL.test(out) || beforeVowel(word, index) ? 'y' : 'i';
    else if (letter === 'ه' && last && surface.endsWith('ة')) out += 'a';
    else {
      const latin = LETTERS[letter] ?? letter;
      const consonant = letter !== 'ا' && letter !== 'ع';
      if (consonant && needsVowel(out, word, index)) out += 'a';
      if (!(latin === 'a' && out.endsWith('a'))) out += latin;
    }
  }
  return out;
}

function beforeVowel(word: string, index: number): boolean {
  return word.charAt(index + 1) === 'ا';
}

/** Two consonants already stand without a vowel between them. */
function needsVowel(out: string, word: string, index: number): boolean {
  if (index === 0 || VOWEL.test(out)) return false;
  const previous = word.charAt(index - 1);
  if (previous === 'و' || previous === 'ي') return false;
  return index === 1 || !'اويع'.includes(word.charAt(index - 2));
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const SOUNDS: Readonly<Record<string, string>> = {
  غ: 'k',
  ج: 'k',
  ق: 'k',
  ك: 'k',
  ت: 't',
  ط: 't',
  ث: 's',
  س: 's',
  ص: 's',
  ز: 's',
  د: 'd',
  ض: 'd',
  ذ: 'd',
  ظ: 'd',
  ف: 'f',
  ب: 'b',
  ش: 'x',
  خ: 'h',
  ح: 'h',
  ر: 'r',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ا: '',
  و: '',
  ي: '',
  ه: '',
  ع: '',
};

const skeletons = new Map<string, string>();

/**
 * How a foreign name sounds, with the letters that spellings disagree about made one: g is written غ, ج, ق or
 * ك, t is ت or ط, s is س, ص or ز, vowels come and go. Only the first letter keeps its vowel.
 */
export function skeleton(word: string): string {
  const known = skeletons.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  let out = /^[اعه]/.test(folded) ? 'a' : folded.startsWith('و') ? 'w' : folded.startsWith('ي') ? 'y' : '';
  for (const letter of folded) {
    const sound = SOUNDS[letter] ?? letter;
    if (sound && !(out.length > 1 && out.endsWith(sound))) out += sound;
  }
  if (skeletons.size > 50_000) skeletons.clear();
  skeletons.set(word, out);
  return out;
}

/** A name as an identifier: `slug('Mohammed Zkri')` is "mohammed-zkri". */
export function slug(latin: string): string {
  return latin
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
