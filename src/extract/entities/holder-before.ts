import { wordSet } from '../../language/arabic/words.js';
import { BREAKS, isAnnexed } from './holders.js';
import { NO_LAST, nameBefore } from './names-before.js';
import { addPerson } from './persons.js';
import { holderOfPost } from './posts.js';
import { held } from './principals.js';
import { isSpeech, nameBehindVerb } from './speakers.js';
import { type Item, isCommaAt, type Work } from './work.js';

export function holderBefore(work: Work, office: Item): Item | undefined {
  const { tokens } = work.document;
  let end = office.first;
  const mark = tokens[end - 1];
  let marked = false;
  if (mark && (BREAKS.has(mark.form.text) || mark.form.text === ')' || mark.form.text === '»')) {
    end = bracketBefore(work, end) ?? end - 1;
    marked = true;
  }
  if (!marked) end = bracketBefore(work, end) ?? end;
  if (office.conjunction || office.proclitic) return undefined;
  const item = work.at[end - 1];
  if (item?.kind === 'leader' && item.last === end)
    return marked || isPlausible(work, office, item) ? item : undefined;
  const described = holderDescribed(work, office) ?? holderOfPost(work, office);
  if (described) return described;
  if (!office.definite && !office.of && !isAnnexed(work, office) && !isConstruct(work, office))
    return undefined;
  if (NO_LAST.has(tokens[end - 1]?.form.fold ?? '')) return undefined;
  const name = nameBefore(work, end);
  const words = name ? name.last - name.first : 0;
  // Words that no list knows make a name between a verb and a title only: "قال دليل آمد، عضو البرلمان".
  const sure = words > 1 && name && (name.known > 0 || (marked && isSpeech(work, name.first - 1)));
  const found = sure ? name : nameBehindVerb(work, end, marked);
  return found && addPerson(work, found);
}

/** "فلان (47 عاما) نائب المدير", "فلان (حزب العمال)، وزير": what stands in brackets behind a name. */
function bracketBefore(work: Work, end: number): number | undefined {
  const { tokens } = work.document;
  const close = isCommaAt(work, end - 1) ? end - 2 : end - 1;
  if (tokens[close]?.form.text !== ')') return undefined;
  for (let index = close - 1; index > close - LONGEST_BRACKET; index--) {
    if (tokens[index]?.sentence !== tokens[end]?.sentence) return undefined;
    if (tokens[index]?.form.text === '(') return index;
  }
  return undefined;
}

const LONGEST_BRACKET = 7;

/** "وزير المعارف", "وزير شؤون الإعلام", "متحدثة باسم مكتب": definite by what stands behind. */
function isConstruct(work: Work, office: Item): boolean {
  const { tokens } = work.document;
  if (/^(باسم|بلسان)$/.test(tokens[office.last - 1]?.form.fold ?? '')) return true;
  // "رئيس شركة", "نائب رئيس حزب"
  if (office.last - office.first > 1 && work.at[office.last]?.kind !== 'demonym') return true;
  for (let index = office.last; index < office.last + 3; index++) {
    const token = tokens[index];
    if (token?.form.kind !== 'word' || token.sentence !== tokens[office.first]?.sentence) return false;
    const kind = work.at[index]?.kind;
    if (kind) return kind === 'organization' || kind === 'body' || kind === 'country' || kind === 'office';
    const { definite, prefixLength, common } = work.classes(token.form);
    if (definite) return prefixLength === 0;
    if (!common) return false;
  }
  return false;
}

/**
 * Right behind a known name, the office of another country is another's ("ضمانات ترامب زعيم كوريا الشمالية"), and so
 * is an office that one person holds at a time, if he never held it: "التقت ميركل رئيس الحكومة".
 */
function isPlausible(work: Work, office: Item, item: Item): boolean {
  const { entity } = item;
  if (!entity?.known || !entity.country) return true;
  if (office.of?.iso && office.of.iso !== entity.country) return false;
  return !(HEADS.has(office.office?.id ?? '') && !held(work, item, office.office?.id ?? ''));
}

const HEADS = new Set([
  'president',
  'prime-minister',
  'prime-minister-designate',
  'king',
  'president-elect',
  'adviser',
]);

/** Words between a name and the office that its bearer is said to hold: "فلان، وهو قائد القوة", "فلان الذي كان وزيرا". */
const BEING = wordSet(
  'هو وهو هي وهي الذي التي كان كانت وكان وكانت يشغل تشغل شغل شغلت ويشغل منصب بصفته بصفتها بوصفه بوصفها باعتباره آنذاك حاليا أيضا بدوره بدورها كذلك حينها يتولى تتولى تولى تولت ذلك الوقت في أحد',
);
const WAS = wordSet('كان كانت شغل شغلت تولى تولت');

/** The person before "وهو", "الذي كان", "الذي يشغل منصب". */
function holderDescribed(work: Work, office: Item): Item | undefined {
  const { tokens } = work.document;
  const sentence = tokens[office.first]?.sentence;
  let at = office.first - 1;
  let words = 0;
  let past = false;
  for (; at >= 0 && words < 7; at--) {
    const token = tokens[at];
    if (!token || token.sentence !== sentence) return undefined;
    if (token.form.kind === 'punctuation') {
      if (!BREAKS.has(token.form.text) || words === 0) return undefined;
      continue;
    }
    if (work.at[at] || !BEING.has(token.form.fold)) break;
    past ||= WAS.has(token.form.fold);
    words++;
  }
  // "الذي كان": the relative or a pronoun has to tie them.
  if (words === 0 || !tokens.slice(at + 1, office.first).some(({ form }) => TIES.has(form.fold)))
    return undefined;
  if (past) office.former = true;
  const leader = work.at[at];
  if (leader) return leader.kind === 'leader' && leader.last - 1 === at ? leader : undefined;
  const name = nameBefore(work, at + 1);
  const sure = name && name.last - name.first >= 2 && name.known > 1;
  // "قالت جولا دورتش وهي نائبة": words that no list knows, behind a verb.
  const found = sure ? name : nameBehindVerb(work, at + 1, true);
  return found && addPerson(work, found);
}

const TIES = wordSet('وهو وهي الذي التي بصفته بصفتها بوصفه بوصفها باعتباره');
