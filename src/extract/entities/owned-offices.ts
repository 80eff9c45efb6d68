import { readingsOf } from '../../language/arabic/clitics.js';
import { endingTest, withEndings } from '../../language/arabic/endings.js';
import { isComma } from '../../language/arabic/punctuation.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import { drop } from './bodies.js';
import { relativeBefore } from './kin.js';
import { nameAt } from './names.js';
import { addPerson } from './persons.js';
import { addItem, type Item, isCommaAt, type Work } from './work.js';

/** Offices in a person's service, with a pronoun for the person: "نائبه", "مستشارتها". */
const SERVICE: ReadonlyMap<string, string> = new Map([
  ['نايب', 'deputy-head'],
  ['نايبت', 'deputy-head'],
  ['مساعد', 'presidential-aide'],
  ['مساعدت', 'presidential-aide'],
  ['مستشار', 'adviser'],
  ['مستشارت', 'adviser'],
  ['مستشاري', 'adviser'],
  ['مساعدي', 'presidential-aide'],
  ['مبعوث', 'envoy'],
  ['مبعوثت', 'envoy'],
  ['موفد', 'envoy'],
  ['سفير', 'ambassador'],
  ['سفيرت', 'ambassador'],
  ['مندوب', 'permanent-representative'],
  ['مندوبت', 'permanent-representative'],
  ['زعيم', 'group-leader'],
  ['زعيمت', 'group-leader'],
]);
/** Several of a kind, of whom one is meant behind "كبير" or "أحد": "كبير مستشاريه". */
const SEVERAL = new Set(['مستشاري', 'مساعدي']);
const ONE_OF = /^[وفبلك]?(كبيره?|احد|احدي|ابرز|كبار)$/;
/** Those of a person rather than of a country. */
const PERSONAL = new Set(['deputy-head', 'presidential-aide', 'adviser']);
/** Bodies that have leaders. */
const LED = new Set(['party', 'movement', 'armed-group']);
/** Portfolios with a pronoun for the country or its head: "وزير خارجيته". */
const PORTFOLIOS: ReadonlyMap<string, string> = new Map([
  ['خارجيت', 'foreign-minister'],
  ['دفاع', 'defence-minister'],
  ['داخليت', 'interior-minister'],
  ['ماليت', 'finance-minister'],
  ['اقتصاد', 'economy-minister'],
  ['خزانت', 'finance-minister'],
]);
const WITH_PRONOUN = /^[وفبل]{0,2}(.{4,})(ه|ها|هم)$/;
const OWN = /(ه|ها|هم)$/;
const THEN = wordSet('آنذاك حينها حينذاك وقتها السابق السابقة الأسبق الراحل');
/** How far back the owner may stand, and how far behind the holder. */
const BACK = 14;
const AHEAD = 7;

/** The stem of a word with a pronoun of the third person. */
function stemOf(form: WordForm | undefined): string | undefined {
  // Folding writes the feminine ending like the pronoun: "نائبة" is no "نائبه".
  return form?.kind === 'word' && OWN.test(form.text) ? WITH_PRONOUN.exec(form.fold)?.[1] : undefined;
}

const mayOwn = endingTest(withEndings([...SERVICE.keys(), ...PORTFOLIOS.keys()], ['ه', 'ها', 'هم']));

/** Whether a word says that an office is somebody's: "مساعده", or behind "وزير" "خارجيتها". */
export function ownsOffice(form: WordForm): boolean {
  const stem = mayOwn(form.fold) ? stemOf(form) : undefined;
  return stem !== undefined && (SERVICE.has(stem) || portfolioOf(form) !== undefined);
}

/** "كيري ومساعده توم مالينوفسكي", "تركيا ووزير خارجيتها": an office of the one that the pronoun stands for. */
export function findOwnedOffices(work: Work): void {
  const { tokens } = work.document;
  for (const index of work.marked) {
    const form = tokens[index]?.form;
    const stem = stemOf(form);
    if (!form || stem === undefined) continue;
    const before = work.at[index - 1];
    const minister = before?.kind === 'office' && before.last === index && before.office?.id === 'minister';
    const id = minister ? portfolioOf(form) : SERVICE.get(stem);
    const office = id === undefined ? undefined : work.lexicon.offices.get(id);
    const covering = work.at[index];
    if (!office || (covering && covering.kind !== 'office')) continue;
    const several = SEVERAL.has(stem);
    if (several && !ONE_OF.test(tokens[index - 1]?.form.fold ?? '')) continue;
    const first = minister ? before.first : several ? startOfSeveral(work, index) : index;
    const behind = holderBehind(work, index + 1);
    const past = behind.past;
    const holder = behind.holder ?? relativeBefore(work, first) ?? holderInFront(work, first);
    const owner =
      ownerBefore(work, first, !minister && PERSONAL.has(id ?? ''), id === 'group-leader') ??
      (minister ? ownCountry(work, holder, office.id) : undefined);
    if (!owner) continue;
    const item: Item = minister ? before : (covering ?? newOffice(work, index));
    if (!holder && !item.holder) {
      if (!minister && !covering) drop(work, item);
      continue;
    }
    const of = agreeing(work, holder ?? item.holder, owner);
    if (!of) continue;
    item.office = office;
    item.of = of;
    item.last = index + 1;
    if (holder) item.holder = holder;
    if (past) item.former = true;
  }
}

/** "أحد كبار مستشاريه" */
function startOfSeveral(work: Work, index: number): number {
  const { tokens } = work.document;
  return /كبار|ابرز/.test(tokens[index - 1]?.form.fold ?? '') &&
    ONE_OF.test(tokens[index - 2]?.form.fold ?? '')
    ? index - 2
    : index - 1;
}

/** Of a known person's office the country is known: the pronoun stands for it, or for none that is named. */
function agreeing(work: Work, holder: Item | undefined, owner: Entity): Entity | undefined {
  const { known, country: iso } = holder?.entity ?? {};
  if (!owner.iso || !known || iso === undefined || iso === owner.iso) return owner;
  const country = work.lexicon.country(iso);
  return work.items.some(({ entity, dropped }) => entity && !dropped && entity.id === country?.id)
    ? country
    : undefined;
}

/** "منصور العتيبي سفيرها لدى الأمم المتحدة". */
function holderInFront(work: Work, first: number): Item | undefined {
  const mark = isCommaAt(work, first - 1);
  // "ترامب ومستشارته": she is another.
  if (/^و.{3}/.test(work.document.tokens[first]?.form.fold ?? '')) return undefined;
  const item = work.at[first - (mark ? 2 : 1)];
  return item?.kind === 'leader' && item.last === first - (mark ? 1 : 0) ? item : undefined;
}

/** "كان وزير خارجيته السابق، فلان، بارعا": of the country whose minister he is known to have been. */
function ownCountry(work: Work, holder: Item | undefined, office: string): Entity | undefined {
  const { leaders, offices, country } = work.lexicon;
  const ministry = offices.get(office)?.body;
  const terms = leaders.get(holder?.entity?.id ?? '')?.offices ?? [];
  const led = terms.some(
    term => term.office === office || (ministry && offices.get(term.office)?.body === ministry),
  );
  return led ? country(holder?.entity?.country ?? '') : undefined;
}

function portfolioOf(form: WordForm): string | undefined {
  for (const { suffix, stem } of readingsOf(form)) {
    const id = suffix === '' ? undefined : PORTFOLIOS.get(stem);
    if (id !== undefined) return id;
  }
  return undefined;
}

function newOffice(work: Work, index: number): Item {
  const start = work.document.tokens[index]?.start ?? 0;
  return addItem(work, {
    kind: 'office',
    first: index,
    last: index + 1,
    start,
    mention: 'title',
    definite: true,
  });
}

/** The country or body of the nearest person before, or the nearest country. */
function ownerBefore(work: Work, index: number, ofPerson: boolean, led: boolean): Entity | undefined {
  const { tokens } = work.document;
  const sentence = tokens[index]?.sentence;
  for (let at = index - 1; at >= 0 && at >= index - BACK; at--) {
    if (tokens[at]?.sentence !== sentence) return undefined;
    const item = work.at[at];
    if (!item || item.last !== at + 1) continue;
    if (item.kind === 'leader' && !ofPerson && /ها$/.test(tokens[index]?.form.fold ?? '')) continue;
    if (item.kind === 'leader') {
      const office = work.items.find(({ kind, holder, of }) => kind === 'office' && holder === item && of);
      if (office?.of && (ofPerson || office.of.iso)) return office.of;
      return item.entity?.known ? work.lexicon.country(item.entity.country ?? '') : undefined;
    }
    if (led && item.kind === 'organization' && item.entity && LED.has(item.entity.subtype ?? ''))
      return item.entity;
    // "الحركة في لبنان وزعيمها" is the movement's.
    if (led && tokens[item.first - 1]?.form.fold === 'في') continue;
    if (!ofPerson && item.entity?.iso && item.kind !== 'demonym') return item.entity;
  }
  return undefined;
}

const RESPECT = new Set(['prince', 'princess', 'sheikh', 'rebel-general']);

/** "ووزير دفاعه، فلان، أمس": a name between commas. */
function isSetOff(work: Work, index: number): boolean {
  const title = work.at[index];
  // "سفيرها، الأمير فلان، إلى برلين"
  const respect = title?.kind === 'title' || RESPECT.has(title?.office?.id ?? '');
  const first = respect && title ? title.last : index;
  const item = work.at[first];
  if (item?.kind !== 'leader' || item.first !== first) return false;
  return isCommaAt(work, item.last);
}

/** The name right behind, past a comma, words for a former office and what it is concerned with. */
function holderBehind(work: Work, first: number): { readonly holder?: Item; readonly past?: boolean } {
  const { tokens } = work.document;
  const sentence = tokens[first - 1]?.sentence;
  let past = false;
  let concern = false;
  for (let index = first; index < first + AHEAD; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== sentence) return {};
    const item = work.at[index];
    if (item?.kind === 'leader')
      return item.first === index && !item.conjunction ? { holder: item, past } : {};
    if (item?.kind === 'title' || (item && RESPECT.has(item.office?.id ?? ''))) continue;
    if (item) return {};
    if (THEN.has(token.form.fold)) {
      past = true;
      continue;
    }
    if (isComma(token.form.text) && (index > first || isSetOff(work, index + 1))) continue;
    const cls = work.classes(token.form);
    if (cls.titleAdjective || cls.honorific) continue;
    const name = nameAt(work, index);
    if (name && name.known > 0 && name.last - name.first > 1) return { holder: addPerson(work, name), past };
    // "لشؤون حقوق الإنسان"
    if (/^لل?.{3}/.test(token.form.fold)) concern = true;
    else if (!concern) return {};
  }
  return {};
}
