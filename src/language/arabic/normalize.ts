/**
 * Folding: a view of Arabic text in which spellings that a reader takes for the same word are the same
 * string. The text itself is never changed; only look-ups see the folded form.
 */

/** For each UTF-16 unit: the unit it folds to, 0 where it is dropped. */
const FOLD = new Uint16Array(0x10000);
for (let code = 0; code < 0x10000; code++) FOLD[code] = code;
const map = (from: string, to: string) => {
  for (const character of from) FOLD[character.charCodeAt(0)] = to === '' ? 0 : to.charCodeAt(0);
};
const dropRange = (first: number, last: number) => FOLD.fill(0, first, last + 1);

map('أإآٱٲٳٵ', 'ا');
map('ىیېےۍ', 'ي');
map('ئ', 'ي');
map('ؤ', 'و');
map('ة', 'ه');
map('ۀہەھۃ', 'ه');
map('کڪګ', 'ك');
map('گ', 'غ');
map('پ', 'ب');
map('چ', 'ج');
map('ڤ', 'ف');
map('ژ', 'ج');
map('ء', '');
map('ـ', '');
dropRange(0x0610, 0x061a); // honorific marks
dropRange(0x064b, 0x065f); // harakat
map('\u0670', '');
dropRange(0x06d6, 0x06dc);
dropRange(0x06df, 0x06e8);
dropRange(0x06ea, 0x06ed);
dropRange(0x200b, 0x200f); // zero-width and direction marks
dropRange(0x202a, 0x202e);
dropRange(0x2060, 0x2069);
map('\u00ad\ufeff\u061c', '');
for (let digit = 0; digit < 10; digit++) {
  FOLD[0x0660 + digit] = 0x30 + digit;
  FOLD[0x06f0 + digit] = 0x30 + digit;
}
for (let code = 0x41; code <= 0x5a; code++) FOLD[code] = code + 0x20;
for (let code = 0xc0; code <= 0x17f; code++) {
  const lower = String.fromCharCode(code).toLowerCase().normalize('NFD');
  FOLD[code] = lower.charCodeAt(0);
}

const PRESENTATION_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]/;

/**
 * Folds a word or a text: alef, hamza, ya, ta-marbuta and kaf variants unified, diacritics, tatweel and
 * direction marks dropped, presentation forms decomposed, digits made ASCII, Latin letters lower-case and
 * without accents. Spaces and punctuation stay.
 */
export function fold(text: string): string {
  const source = decomposed(text);
  let folded = '';
  let clean = 0; // start of the run that needs no change
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index);
    const to = FOLD[code];
    if (to === code) continue;
    folded += source.slice(clean, index);
    if (to !== 0 && to !== undefined) folded += String.fromCharCode(to);
    clean = index + 1;
  }
  return clean === 0 ? source : folded + source.slice(clean);
}

/** The text with presentation forms decomposed, whose units can be folded one by one. */
export function decomposed(text: string): string {
  return PRESENTATION_FORMS.test(text) ? text.normalize('NFKC') : text;
}

/** What a UTF-16 unit folds to; nothing where it is dropped. */
export function foldUnit(code: number): number | undefined {
  const to = FOLD[code];
  return to === 0 && code !== 0 ? undefined : to;
}
