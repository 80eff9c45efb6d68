import { definiteNoun } from '../../language/arabic/clitics.js';
import { fold } from '../../language/arabic/normalize.js';
import { slug, transliterate } from '../../language/arabic/transliterate.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import { makeEntity } from './entity.js';
import { isOrdinary } from './names.js';
import { Item, type Work, wrapItem } from './work.js';

/** Nouns that open the name of a body with the article, and the kind of body. */
const HEADS: ReadonlyMap<string, readonly [subtype: string, english: string]> = new Map(
  (
    [
      ['الهيئة', 'state-body', 'Authority'],
      ['المؤسسة', 'state-body', 'Corporation'],
      ['المجلس', 'state-body', 'Council'],
      ['اللجنة', 'state-body', 'Committee'],
      ['المفوضية', 'state-body', 'Commission'],
      ['الإدارة', 'state-body', 'Administration'],
      ['المديرية', 'state-body', 'Directorate'],
      ['الوكالة', 'state-body', 'Agency'],
      ['الجهاز', 'state-body', 'Service'],
      ['الصندوق', 'state-body', 'Fund'],
      ['الرئاسة', 'state-body', 'Presidency'],
      ['الأمانة', 'state-body', 'Secretariat'],
      ['المكتب', 'body', 'Bureau'],
      ['المنتدى', 'body', 'Forum'],
      ['الفيدرالية', 'body', 'Federation'],
      ['المركز', 'body', 'Center'],
      ['المعهد', 'body', 'Institute'],
      ['المنظمة', 'body', 'Organization'],
      ['الجمعية', 'body', 'Association'],
      ['الرابطة', 'body', 'League'],
      ['الاتحاد', 'body', 'Union'],
      ['النقابة', 'body', 'Syndicate'],
      ['المرصد', 'body', 'Observatory'],
      ['الشبكة', 'body', 'Network'],
      ['الشركة', 'company', 'Company'],
      ['المحكمة', 'court', 'Court'],
      ['الحزب', 'party', 'Party'],
      ['الحركة', 'movement', 'Movement'],
      ['الجبهة', 'movement', 'Front'],
      ['التيار', 'party', 'Current'],
      ['التجمع', 'party', 'Rally'],
      ['الائتلاف', 'party', 'Coalition'],
      ['التحالف', 'party', 'Alliance'],
    ] as const
  ).map(([word, subtype, english]) => [fold(word), [subtype, english]]),
);
/** Adjectives of institutions: "الهيئة العامة للإحصاء". */
export const INSTITUTIONAL = wordSet(
  `الوطني الوطنية العام العامة الأعلى العليا الاتحادي الاتحادية الفيدرالي الفيدرالية الدولي الدولية العالمي العالمية العربي العربية الإسلامي
  الإسلامية الإقليمي الإقليمية المركزي المركزية المستقل المستقلة الملكي الملكية الأهلي الأهلية الأوروبي الأوروبية الأفريقي الأفريقية
  الافريقي الافريقية القومي القومية الشعبي الشعبية الديمقراطي الديمقراطية الآسيوي الآسيوية الخليجي الخليجية السياسي السياسية التنفيذي
  التنفيذية الثوري الاجتماعي الاجتماعية الإعلامي الإعلامية الاقتصادي الاقتصادية  التنسيقي التنسيقية التأسيسي التأسيسية`,
);
/** Adjectives of parties. */
const POLITICAL = wordSet(
  `الديمقراطي الديمقراطية الديموقراطي الديموقراطية الاشتراكي الاشتراكية الشيوعي الشيوعية الليبرالي الليبرالية الجمهوري الجمهورية الوطني
  الوطنية القومي القومية الشعبي الشعبية الإسلامي الإسلامية المسيحي المسيحية العمالي العمالية المحافظ التقدمي التقدمية الدستوري الدستورية
  الثوري الثورية الناصري الناصرية الجماهيري الموحد الموحدة الراديكالي الراديكالية التجديدي`,
);
const PARTIES = new Set(['party', 'movement']);
const LONGEST = 8;

/** Bodies whose name begins with a definite noun and its adjectives, which no list knows: "الهيئة الاتحادية للمواصلات". */
export function findDefiniteBodies(work: Work): void {
  const { tokens } = work.document;
  for (const index of work.marked) {
    const token = tokens[index];
    const covering = work.at[index];
    const titled = covering?.kind === 'office' && covering.last === index + 1 && covering.first < index;
    if (token?.form.kind !== 'word' || (covering && !titled)) continue;
    const word = definiteNoun(token.form.fold);
    const head = HEADS.get(word);
    if (!head) continue;
    const name = PARTIES.has(head[0]) ? partyEnd(work, index) : bodyEnd(work, index);
    if (!name) continue;
    // "رئيس الهيئة العامة للإحصاء": the title ends before the name.
    if (titled) {
      for (let at = covering.first; at < index; at++) work.at[at] = covering;
      covering.last = index;
      work.at[index] = undefined;
    }
    addBody(work, index, name, head);
  }
}

interface Extent {
  readonly last: number;
  readonly country: string | undefined;
}

/** Adjectives behind the head that agree with it, nationality included. */
function adjectives(
  work: Work,
  head: number,
  allowed: ReadonlySet<string>,
): Extent & { readonly count: number } {
  const { tokens } = work.document;
  let last = head + 1;
  let country: string | undefined;
  let count = 0;
  for (; last < head + 5; last++) {
    const token = tokens[last];
    if (!token || token.sentence !== tokens[head]?.sentence || token.form.kind !== 'word') break;
    const item = work.at[last];
    if (
      item?.kind === 'demonym' &&
      item.first === last &&
      item.definite &&
      !item.conjunction &&
      !item.proclitic
    ) {
      if (item.form === 'p' || country) break;
      country = item.entity?.iso;
      last = item.last - 1;
    } else if (item || !allowed.has(token.form.fold)) break;
    else count++;
  }
  return { last, country, count };
}

/** Two adjectives, or one and a nationality; a party may have one only. */
function partyEnd(work: Work, head: number): Extent | undefined {
  const { tokens } = work.document;
  const { last, country, count } = adjectives(work, head, POLITICAL);
  const own = tokens[head]?.form.fold.endsWith('حزب') === true;
  if (count === 0 || !(own || count > 1 || country)) return undefined;
  const purpose = purposeEnd(work, last);
  return { last: purpose ?? last, country };
}

/** Adjectives of an institution and its purpose behind ل. */
function bodyEnd(work: Work, head: number): Extent | undefined {
  const { last, country, count } = adjectives(work, head, INSTITUTIONAL);
  if (count === 0 && !country) return undefined;
  const word = work.document.tokens[head]?.form.fold ?? '';
  // "الرئاسة السورية" is the country's.
  if (count === 0 && word.endsWith('رياسه')) return undefined;
  const bureau = word.endsWith('مكتب') && !NATIONWIDE.has(work.document.tokens[head + 1]?.form.fold ?? '');
  const purpose = bureau || isNamedBefore(work, last) ? undefined : purposeEnd(work, last);
  if (purpose === undefined) return count > 0 && !country ? partEnd(work, head, last) : undefined;
  const nation = adjectives(work, purpose - 1, INSTITUTIONAL);
  return {
    last: Math.max(purpose, nation.country ? nation.last : purpose),
    country: country ?? nation.country,
  };
}

/** Adjectives of bureaus that are bodies of their own: "المكتب الوطني للإحصاء", not "المكتب الإعلامي للوزير". */
const NATIONWIDE = wordSet('الوطني الإقليمي الدولي المركزي العربي العام الاتحادي الفيدرالي الأوروبي القومي');
/** "الأمانة العامة للمجلس": of a body named before, whose name this is not. */
const NAMED_BEFORE = wordSet(
  `للمجلس للاتحاد للجامعة للحركة للحزب للمنظمة للمؤتمر للائتلاف للاتفاق للتنظيم للجمعية للهيئة للجنة للشركة للوزارة للمؤسسة للتحالف للجماعة
  للنادي للجبهة للمركز للرابطة للدورة للبطولة للمهرجان للحملة للفريق للمشروع للبرنامج للحكومة للدولة للبلاد للرئيس للمحافظة للمنطقة`,
);

function isNamedBefore(work: Work, index: number): boolean {
  const { tokens } = work.document;
  if (!NAMED_BEFORE.has(tokens[index]?.form.fold ?? '')) return false;
  const next = tokens[index + 1];
  return !(next?.sentence === tokens[index]?.sentence && /^و?ال/.test(next?.form.fold ?? ''));
}

/** Bodies that larger ones have: "المكتب السياسي لحركة حماس", "الأمانة العامة لمجلس التعاون". */
const PARTS = /(لجنه|مكتب|مجلس|امانه|مركز)$/;

function partEnd(work: Work, head: number, last: number): Extent | undefined {
  const { tokens } = work.document;
  const whole = work.at[last];
  if (whole?.kind !== 'organization' || whole.first !== last || whole.conjunction) return undefined;
  if (!/^لل?/.test(tokens[last]?.form.fold ?? '') || whole.start === tokens[last]?.start) return undefined;
  if (tokens[last]?.sentence !== tokens[head]?.sentence) return undefined;
  return PARTS.test(tokens[head]?.form.fold ?? '')
    ? { last: whole.last, country: whole.entity?.country }
    : undefined;
}

/** A country's name without a preposition, right behind the word before it. */
function isCountryName(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const item = work.at[index];
  return (
    item?.kind === 'country' &&
    item.first === index &&
    item.last === index + 1 &&
    !item.proclitic &&
    !item.conjunction &&
    tokens[index]?.sentence === tokens[index - 1]?.sentence
  );
}

/** "للإحصاء والمعلومات", "لحقوق الإنسان". */
export function purposeEnd(work: Work, first: number): number | undefined {
  const { tokens } = work.document;
  const opening = tokens[first];
  if (!opening || opening.sentence !== tokens[first - 1]?.sentence || opening.form.kind !== 'word')
    return undefined;
  if (work.at[first] && work.at[first]?.kind !== 'body') return undefined;
  const { fold: word } = opening.form;
  let last = first + 1;
  if (!word.startsWith('لل')) {
    // "لطلبة فرنسا"
    if (/^ل.{3,}/.test(word) && isCountryName(work, last) && isOrdinary(opening.form)) return last + 1;
    // "لحقوق الإنسان", "لكرة القدم": a noun in construct.
    if (!/^ل.{3,}/.test(word) || !/^ال/.test(tokens[last]?.form.fold ?? '') || work.at[last])
      return undefined;
    if (!isOrdinary(opening.form)) return undefined;
    last++;
  }
  while (last < first + LONGEST) {
    const token = tokens[last];
    if (!token || token.sentence !== opening.sentence || token.form.kind !== 'word' || work.at[last]) break;
    if (!/^(و?ال|ولل)/.test(token.form.fold) || STOPS.has(token.form.fold)) break;
    // "واللجنة الوطنية" is another body.
    if (HEADS.has(token.form.fold.slice(1))) break;
    last++;
  }
  // "للأرصاد وحماية البيئة"
  const [joined, owner] = [tokens[last], tokens[last + 1]];
  const goesOn =
    owner?.sentence === opening.sentence &&
    JOINED.has(joined?.form.fold ?? '') &&
    !work.at[last] &&
    !work.at[last + 1] &&
    /^ال/.test(owner.form.fold);
  return goesOn ? last + 2 : last;
}

const JOINED = wordSet(
  'وحماية وشؤون وحقوق وتنمية وتطوير ورعاية ومكافحة وتقنية وتنظيم وإدارة وصيانة ودعم وترقية وتعزيز وتشجيع ورعايه',
);
const STOPS = wordSet(
  'إلى اليوم أمس الذي التي الذين الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الماضي الماضية الحالي الحالية السابق السابقة المقبل الدكتور المهندس الأستاذ السيد السيدة اللواء العميد الشيخ والتي والذي التابعة التابع',
);

function addBody(
  work: Work,
  first: number,
  { last, country }: Extent,
  [subtype, english]: readonly [string, string],
): void {
  const { tokens } = work.document;
  const words = tokens.slice(first, last).map(({ form }) => form.text);
  const text = words[0] ?? '';
  words[0] = definiteNoun(text);
  const name = words.join(' ');
  const known = PARTIES.has(subtype) && !country ? nationalParty(work, words) : undefined;
  const entity =
    known ??
    makeEntity({
      id: `org:${slug(transliterate(fold(name)))}`,
      type: 'organization',
      subtype,
      label: { ar: name, en: `${transliterate(words.slice(1).join(' '))} ${english}` },
      country,
      known: false,
    });
  const prefix = /^[وفبك]{1,2}(?=ال)/.exec(text)?.[0].length ?? /^[وف]?ل(?=ل)/.exec(text)?.[0].length ?? 0;
  const item = new Item({
    kind: 'organization',
    first,
    last,
    start: (tokens[first]?.start ?? 0) + prefix,
    mention: 'name',
    entity,
  });
  wrapItem(work, item);
}

/** "الحزب الشيوعي" in an article about China: the party of a country that the article names most. */
function nationalParty(work: Work, words: readonly string[]): Entity | undefined {
  const counts = new Map<string, number>();
  for (const { entity, dropped } of work.items)
    if (entity?.iso && !dropped) counts.set(entity.iso, (counts.get(entity.iso) ?? 0) + 1);
  const folded = words.map(fold);
  for (const [iso] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3)) {
    const nisba = work.lexicon.countries.get(iso)?.nisba;
    for (const adjective of [...(nisba?.masculine ?? []), ...(nisba?.feminine ?? [])]) {
      const party = work.lexicon.organization([...folded, ...fold(`ال${adjective}`).split(' ')]);
      if (party) return party;
    }
  }
  return undefined;
}
