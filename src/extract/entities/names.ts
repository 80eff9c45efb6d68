import { readingsOf } from '../../language/arabic/clitics.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import {
  AMBIGUOUS_NAMES,
  COMMON_WORDS,
  GIVEN_NAMES,
  NAME_WORDS,
  wordSet,
} from '../../language/arabic/words.js';
import { GIVEN_WORDS } from './given-words.js';
import { endsBefore, isOfPlace } from './name-ends.js';
import type { Work } from './work.js';

/** A name of a person by the look of it. */
export interface FoundName {
  readonly first: number;
  readonly last: number;
  /** How many of its words are known to be names. */
  readonly known: number;
  /** Letters of a conjunction or a preposition before the first word. */
  readonly prefix?: number;
}

export const LONGEST_NAME = 6;

const ordinary = new WeakMap<WordForm, boolean>();

/** Whether a word, its clitics off, is an ordinary one, so that no name goes on with it. */
export function isOrdinary(form: WordForm): boolean {
  const known = ordinary.get(form);
  if (known !== undefined) return known;
  const value = workOut(form);
  ordinary.set(form, value);
  return value;
}

/** Those that names hardly ever end in. */
const PRONOUNS = new Set(['ها', 'هم', 'هما', 'ه']);

function workOut(form: WordForm): boolean {
  if (NAME_WORDS.has(form.fold)) return false;
  if (COMMON_WORDS.has(form.fold)) return true;
  // "لمناقشة": a noun with a preposition.
  if (
    /^[لب][^و].{4}/.test(form.fold) &&
    !NAME_WORDS.has(form.fold.slice(1)) &&
    COMMON_WORDS.has(form.fold.slice(1))
  )
    return true;
  for (const reading of readingsOf(form)) {
    if (reading.stem.length < 3 || (reading.suffix && !PRONOUNS.has(reading.suffix))) continue;
    if (reading.prefixLength === 0 && !reading.suffix && !reading.definite) continue;
    const word = reading.definite ? `ال${reading.stem}` : reading.stem;
    if (COMMON_WORDS.has(word) && (reading.conjunction || reading.suffix || reading.definite)) return true;
  }
  return false;
}

/** Whether a word can also be read as an ordinary noun with a pronoun or in the dual: لجنتي. */
export function isInflected(form: WordForm): boolean {
  return readingsOf(form).some(
    ({ suffix, stem }) => suffix !== '' && stem.length > 2 && COMMON_WORDS.has(stem),
  );
}

/** Whether a token may be a word of a name of its own accord. */
export function isNameLike(work: Work, index: number, position: number): boolean {
  const token = work.document.tokens[index];
  if (token?.form.kind !== 'word') return false;
  const item = work.at[index];
  if (item) {
    if (
      item.kind === 'leader' &&
      (item.last - item.first === 1 || (position > 0 && item.mention === 'alias'))
    )
      return !item.conjunction && !item.proclitic;
    // Family names from places: المصري, after one given name only.
    return (
      item.kind === 'demonym' &&
      position === 1 &&
      item.form === 'm' &&
      item.definite === true &&
      !item.conjunction &&
      !item.proclitic &&
      item.last - item.first === 1
    );
  }
  const cls = work.classes(token.form);
  if (position === 0 && isNoFirst(work, index)) return false;
  if (endsBefore(work, index, position) || (cls.name && isOfPlace(work, index))) return false;
  if (cls.name) return true;
  if (cls.particle && token.form.fold.length > 1) return true;
  if (position > 0 && (cls.tail || isServant(work, index))) return true;
  if (isOrdinary(token.form)) {
    if (position === 0) return isFirstAli(work, index) || isRareFirst(work, index) || isSonOf(work, index);
    return (
      isAli(work, index) ||
      isHouse(work, index) ||
      isSayyid(work, index) ||
      (position === 1 && (isFamilyName(work, index) || isRareFamily(work, index)))
    );
  }
  if (cls.head || cls.baseHead || cls.privateTitle || cls.counterpart) return false;
  // "كرستينا" is a name, "شعبنا" is none.
  if (position === 0 && /.{3}(ها|هم)$/.test(token.form.fold)) return false;
  if (position === 0 && /.{3}نا$/.test(token.form.fold) && isInflected(token.form)) return false;
  // "ويعاونه": a verb with its pronoun.
  if (position === 0 && /^و[يت].{3,}ه$/.test(token.form.text)) return false;
  if (token.form.fold.length < 2) return false;
  if (position > 0) {
    const { fold } = token.form;
    if (/^[وف]/.test(fold) && fold.length > 3) {
      const rest = fold.slice(1);
      if (fold.startsWith('و') || NAME_WORDS.has(rest)) return false;
    }
  }
  return true;
}

/** Words that lists of names hold and that begin a clause behind a title: "الرئيس لا يرى", "الوزير صباح اليوم". */
const CLAUSES = new Set(['لا', 'سوي', 'راي', 'كلا']);
const TIMES = new Set(['صباح', 'مسا', 'فجر', 'ظهر', 'عصر', 'ليله', 'منتصف']);
const DAYS = wordSet('اليوم أمس الأمس غد السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة يوم');

/** Whether no name begins with a word here: a clause, a time, a noun with a preposition ("بتعقيدات", "لجون"). */
function isNoFirst(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const own = tokens[index]?.form;
  if (!own) return true;
  const { fold, text } = own;
  if (CLAUSES.has(fold) || text === 'فإن' || text === 'شيء' || fold === 'الدين') return true;
  const next = tokens[index + 1]?.form.fold ?? '';
  if (TIMES.has(fold) && DAYS.has(next)) return true;
  // "ولي عهده", "ولي أمر الطالب"
  if (fold === 'ولي' && (next.startsWith('عهد') || next.startsWith('امر'))) return true;
  if (!PREPOSITIONS.has(fold.charCodeAt(0)) || fold.length < 5 || NAME_WORDS.has(fold)) return false;
  const rest = fold.slice(1);
  if (/^[لبك].{4,}ات$/.test(fold)) return true;
  return COMMON_WORDS.has(rest) || (fold.startsWith('ل') && NAME_WORDS.has(rest));
}

const PREPOSITIONS = new Set([...'لبك'].map(letter => letter.charCodeAt(0)));

/** "أحمد علي السالمي": with its dots the name, unless it is the preposition of those who write both alike. */
function isAli(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const [before, own, after] = [tokens[index - 1]?.form, tokens[index], tokens[index + 1]];
  if (own?.form.kind !== 'word' || own.form.text !== 'علي' || before?.kind !== 'word') return false;
  if (!work.lexicon.givenNames.has(before.fold)) return false;
  if (after?.form.kind !== 'word' || after.sentence !== own.sentence) return true;
  if (work.at[index + 1]) return false;
  return after.form.fold === 'ان' || !(isOrdinary(after.form) || work.classes(after.form).common);
}

/** "عبد الستار", "عبد الباري": whatever has the article behind عبد. */
function isServant(work: Work, index: number): boolean {
  const { tokens } = work.document;
  return tokens[index - 1]?.form.fold === 'عبد' && /^ال.{3}/.test(tokens[index]?.form.fold ?? '');
}

/** "علي" that begins a name: with its dots, before a father's or a family's name. */
function isFirstAli(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const [own, next] = [tokens[index], tokens[index + 1]];
  if (own?.form.text !== 'علي' || next?.form.kind !== 'word' || next.sentence !== own.sentence) return false;
  if (work.at[index + 1]) return false;
  const { fold } = next.form;
  return fold === 'بن' || (fold.length > 3 && !USUAL_WORDS.has(fold) && isSurname(next.form));
}

const isSurname = (form: WordForm) =>
  NAME_WORDS.has(form.fold) || (form.fold.startsWith('ال') && RARE_WORDS.has(form.fold));

/** Such a name, or a word so rare in the news that it is one, in front of another name: "كفاح محمود". */
export function isRareFirst(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const [own, next] = [tokens[index], tokens[index + 1]];
  if (own?.form.kind !== 'word' || next?.form.kind !== 'word' || next.sentence !== own.sentence) return false;
  if (work.at[index] || work.at[index + 1]) return false;
  const { fold } = own.form;
  if (!GIVEN_WORDS.has(fold) && (!RARE_WORDS.has(fold) || isWordy(fold))) return false;
  const after = next.form.fold;
  if (NAME_WORDS.has(after)) return true;
  return !isOrdinary(next.form) && after.length > 3 && (after.startsWith('ال') || !isWordy(after));
}

/** "عزم بن علي": whatever word has a father is a name. */
function isSonOf(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const [own, link, father] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!own || link?.form.fold !== 'بن' || father?.form.kind !== 'word' || work.at[index + 1]) return false;
  // "ووليد بن حميد": the name is behind the conjunction.
  if (NAME_WORDS.has(own.form.fold.replace(/^و/, '')) || work.classes(own.form).definite) return false;
  return own.form.fold.length > 2 && NAME_WORDS.has(father.form.fold);
}

/** "ماجد بن طارق العباد": a definite word behind somebody's father is the family, if it is not too usual. */
function isHouse(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const [link, father, own] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  if (link?.form.fold !== 'بن' || own?.form.kind !== 'word' || father?.form.kind !== 'word') return false;
  const { fold } = own.form;
  if (!/^ال.{3,}/.test(fold) || DAYS.has(fold) || work.classes(own.form).titleAdjective) return false;
  const closed = tokens[index + 1]?.form.kind !== 'word' || tokens[index + 1]?.sentence !== own.sentence;
  return NAME_WORDS.has(father.form.fold) && (closed ? !FREQUENT_WORDS.has(fold) : !USUAL_WORDS.has(fold));
}

const FREQUENT_WORDS: ReadonlySet<string> = new Set([...COMMON_WORDS].slice(0, 3000));

/** "بختيار دوغان": a rare word behind a given name. */
function isRareFamily(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const [before, own] = [tokens[index - 1]?.form, tokens[index]?.form];
  if (!before || own?.kind !== 'word' || work.at[index - 1]) return false;
  return (
    NAME_WORDS.has(before.fold) &&
    AMBIGUOUS_NAMES.has(before.fold) &&
    own.fold.length > 3 &&
    RARE_WORDS.has(own.fold) &&
    !isWordy(own.fold)
  );
}

/** Has the look of a verb, a participle or a plural, or an ordinary word with something before it. */
export function isWordy(folded: string): boolean {
  if (/^(م|ي|لل|ا[سنتل])|(ا|ين|ون|ت|ه|هم|يه)$/.test(folded)) return true;
  if (/^[تن]/.test(folded)) return folded.length < 6;
  return /^[سولبفك]/.test(folded) && COMMON_WORDS.has(folded.slice(1));
}

/** A definite word right behind a given name, too rare to be anything else there: "سمير الجسر". */
function isFamilyName(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const [before, own] = [tokens[index - 1]?.form, tokens[index]?.form];
  if (!before || !own || !/^ال.{3,}/.test(own.fold) || USUAL_WORDS.has(own.fold)) return false;
  if (GIVEN_NAMES.has(before.fold)) return true;
  return work.lexicon.givenNames.has(before.fold) && AMBIGUOUS_NAMES.has(before.fold);
}

/** "حسين سيد محمود": the word of respect is a given name between two others. */
function isSayyid(work: Work, index: number): boolean {
  const [before, own, after] = [-1, 0, 1].map(at => work.document.tokens[index + at]?.form.fold ?? '');
  return own === 'سيد' && NAME_WORDS.has(before ?? '') && NAME_WORDS.has(after ?? '');
}

export const USUAL_WORDS: ReadonlySet<string> = new Set([...COMMON_WORDS].slice(0, 6000));
const RARE_WORDS: ReadonlySet<string> = new Set([...COMMON_WORDS].slice(10000));

/** The name that begins at a token, as far as it goes. */
export function nameAt(work: Work, index: number): FoundName | undefined {
  const { tokens } = work.document;
  if (!isNameLike(work, index, 0)) return undefined;
  const sentence = tokens[index]?.sentence;
  let last = index;
  let known = 0;
  let words = 0;
  let particle = false;
  while (last < tokens.length && words < LONGEST_NAME) {
    const token = tokens[last];
    if (!token || token.sentence !== sentence) break;
    if (token.form.kind === 'punctuation') {
      const tight = /^[-–]$/.test(token.form.text) && tokens[last + 1]?.form.kind === 'word' && words > 0;
      if (!tight || !isNameLike(work, last + 1, words)) break;
      if (token.start !== tokens[last - 1]?.end && NAME_WORDS.has(token.form.fold)) break;
      if (token.start !== tokens[last - 1]?.end || tokens[last + 1]?.start !== token.end) break;
      last++;
      continue;
    }
    const after = particle && token.form.kind === 'word' && !work.at[last];
    if (!after && !isNameLike(work, last, words)) break;
    const cls = work.classes(token.form);
    if (cls.name || work.at[last]?.kind === 'leader') known++;
    particle = cls.particle;
    words++;
    last++;
  }
  // A particle needs a name after it.
  while (last > index) {
    const form = tokens[last - 1]?.form;
    if (form && work.classes(form).particle && !work.classes(form).name) {
      last--;
      words--;
    } else break;
  }
  return words > 0 ? { first: index, last, known } : undefined;
}
