import { wordSet } from '../../language/arabic/words.js';
import type { Item, Work } from './work.js';

const LINKS = new Set(['في', 'لدي', 'الي', 'علي', 'من', 'عن', 'باسم']);

/** Offices that are held in a country or at one: "السفير الأميركي لدى سوريا". */
const SENT_OFFICES = new Set([
  'ambassador',
  'envoy',
  'consul',
  'military-attache',
  'permanent-representative',
  'humanitarian-coordinator',
  'commander',
  'high-representative',
]);

/** What stands around a title. */
export interface Title {
  /** Index of the token after the title with its adjectives and its country or body. */
  readonly end: number;
  readonly ofs: readonly Item[];
  readonly former: boolean;
  /** An office right behind it, such as a rank. */
  readonly next?: Item;
  /** The leader whom the office serves. */
  readonly principal?: Item;
}

/** Things that are named after people: "مستشفى الملك خالد". */
export const PLACE_BEFORE = wordSet(
  'مستشفى بمستشفى لمستشفى جامعة بجامعة مطار بمطار ميناء شارع بشارع مدينة بمدينة جسر سد قصر بقصر ملعب كأس بكأس جائزة مركز بمركز مؤسسة مسجد جامع مدرسة معهد كلية ميدان حي استاد ستاد طريق مجمع مكتبة قاعة بطولة دورة مخيم حديقة فورت برج محافظة سوق مهرجان نفق سفينة البارجة الفرقاطة المدمرة حاملة',
);

/** Offices in the service of a person: "مستشار ترامب", "المتحدث باسم بوتين". */
const SERVING = new Set([
  'adviser',
  'spokesperson',
  'presidential-aide',
  'chief-of-staff-office',
  'military-adviser',
  'national-security-adviser',
  'envoy',
]);

/** The leader right behind the title of an office that serves him, who is not its holder. */
function principalOf(work: Work, office: Item): Item | undefined {
  if (!office.office || !SERVING.has(office.office.id)) return undefined;
  const { tokens } = work.document;
  let at = office.last;
  const lastWord = tokens[at - 1]?.form.fold ?? '';
  // "المستشار فلان" is a holder; "مستشار فلان" serves one.
  if (lastWord !== 'باسم' && (office.definite || office.last - office.first > 1)) return undefined;
  while (work.at[at]?.kind === 'office' || work.at[at]?.kind === 'title') {
    const rank = work.at[at];
    if (!rank || rank.first !== at || rank.conjunction || rank.proclitic) return undefined;
    at = rank.last;
  }
  const leader = work.at[at];
  if (leader?.kind !== 'leader' || leader.first !== at || leader.conjunction || leader.proclitic)
    return undefined;
  return leader.entity?.known && tokens[at]?.sentence === tokens[office.first]?.sentence ? leader : undefined;
}

export function setOf(work: Work, office: Item, title: Title): void {
  if (title.former) office.former = true;
  if (title.principal?.entity?.country) {
    const country = work.lexicon.country(title.principal.entity.country);
    if (country) office.of = country;
    office.end = title.end;
    return;
  }
  const body = title.ofs.find(item => item.kind === 'organization' || item.kind === 'body');
  const country = title.ofs.find(item => item.entity?.iso);
  const kind = office.office?.of;
  const of = kind === 'country' ? (country ?? body) : (body ?? country);
  if (of?.entity) office.of = of.entity;
  else if (of) office.ofItem = of;
  if (title.end > office.last) office.end = title.end;
  const { offices } = work.lexicon;
  const id = office.office?.id ?? '';
  if (id.startsWith('former-')) {
    office.former = true;
    const current = offices.get(id.slice('former-'.length));
    if (current) office.office = current;
  }
  // The head of a body is no president of a country.
  if (id === 'president' && of && !of.entity?.iso && of.kind !== 'demonym') {
    const head = offices.get('head');
    if (head) office.office = head;
  }
}

/** Reads on behind a title: adjectives, nationality, body. */
export function parseTitle(work: Work, office: Item): Title {
  const { tokens } = work.document;
  const ofs: Item[] = [];
  let former = false;
  const principal = principalOf(work, office);
  let end = principal?.last ?? office.last;
  const sentence = tokens[office.first]?.sentence;
  for (let step = 0; step < 10; step++) {
    const token = tokens[end];
    if (!token || token.sentence !== sentence) break;
    const item = work.at[end];
    if (item) {
      if (item.first !== end) break;
      if (item.conjunction) break;
      if (item.kind === 'leader') break;
      if (item.kind === 'office' || item.kind === 'title')
        return { end, ofs, former, next: item, ...(principal && { principal }) };
      if (
        item.kind === 'demonym' ||
        item.kind === 'country' ||
        item.kind === 'organization' ||
        item.kind === 'body' ||
        item.kind === 'base'
      ) {
        ofs.push(item);
        end = item.last;
        continue;
      }
      break;
    }
    const cls = work.classes(token.form);
    if (cls.former) {
      former = true;
      end++;
      continue;
    }
    if (cls.titleAdjective && !cls.name) {
      end++;
      continue;
    }
    const next = work.at[end + 1];
    if (
      LINKS.has(token.form.fold) &&
      next?.first === end + 1 &&
      (next.kind === 'organization' ||
        next.kind === 'body' ||
        (next.entity?.iso !== undefined && SENT_OFFICES.has(office.office?.id ?? '')))
    ) {
      end++;
      continue;
    }
    break;
  }
  return { end, ofs, former, ...(principal && { principal }) };
}
