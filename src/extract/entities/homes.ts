import { fold } from '../../language/arabic/normalize.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import type { StateBodyEntry } from '../../schema/types.js';
import { drop } from './bodies.js';
import { homeOf } from './papers.js';
import type { Item, Work } from './work.js';

/** ساحة البرلمان is a square. */
const SQUARES = wordSet('ساحة ميدان شارع محطة');

/** Bodies that are meant as a certain country's even where the text does not say whose. */
const RESOLVED =
  /^(ministry-|armed-forces|parliament|lower-house|upper-house|general-staff|supreme-court|constitutional-court|central-bank|national-guard|republican-guard|military-court|royal-court|amiri-diwan|general-court|criminal-court|revolutionary-court|council-of-state|audit-court|prisoners-authority|special-security-forces)/;

/** Gives bodies without a country the one that the article is about here. */
export function resolveBodies(work: Work): void {
  const lastOf = new Map<string, Item['entity']>();
  const first = new Map<string, Item['entity']>();
  for (const item of work.items)
    if (item.body && item.entity && !item.dropped && !first.has(item.body.id))
      first.set(item.body.id, item.entity);
  const items = [...work.items].sort((a, b) => a.first - b.first);
  const guess = createGuess(work, items);
  for (const item of items) {
    if (item.dropped) continue;
    if (!item.body) continue;
    if (item.entity) {
      lastOf.set(item.body.id, item.entity);
      continue;
    }
    const beside =
      countryBehind(work, item) ??
      holderCountry(work, item) ??
      (RESOLVED.test(item.body.id) ? nationalityBefore(work, item) : undefined);
    if (beside) {
      item.entity = work.lexicon.bodyOf(item.body, beside);
      item.kind = 'organization';
      lastOf.set(item.body.id, item.entity);
      continue;
    }
    const known = lastOf.get(item.body.id) ?? first.get(item.body.id);
    if (known) {
      item.entity = known;
      item.kind = 'organization';
      continue;
    }
    // Long names are names even of kinds of body that are meant in general otherwise.
    const specific = RESOLVED.test(item.body.id) || item.last - item.first > 2;
    if (!specific || SQUARES.has(work.document.tokens[item.first - 1]?.form.fold ?? '')) {
      drop(work, item);
      continue;
    }
    const iso = guess(item);
    // Where no country is named at all, the body stands for itself.
    item.entity = iso ? work.lexicon.bodyOf(item.body, iso) : homelessBody(item.body);
    item.kind = 'organization';
    lastOf.set(item.body.id, item.entity);
  }
}

/** Parts of a country: "القوات المسلحة في شرقي ليبيا". */
const PARTS = wordSet('شرق شرقي غرب غربي شمال شمالي جنوب جنوبي وسط');

/** "المجلس العسكري في النيجر". */
function countryBehind(work: Work, item: Item): string | undefined {
  const { tokens } = work.document;
  if (tokens[item.last]?.form.fold !== 'في') return undefined;
  const at = item.last + (PARTS.has(tokens[item.last + 1]?.form.fold ?? '') ? 2 : 1);
  const place = work.items.find(
    ({ first, kind }) => first === at && (kind === 'country' || kind === 'capital'),
  );
  return place?.entity?.iso;
}

function homelessBody({ id, subtype, label }: StateBodyEntry): Entity {
  return { id: `org:${id}`, type: 'organization', subtype, label, known: true };
}

/** Country of the person whose office of this body the article names: "المتحدثة باسم وزارة الخارجية، هيذر نويرت". */
function holderCountry(work: Work, body: Item): string | undefined {
  const office = work.at[body.first - 1];
  if (office?.kind !== 'office' || !office.holder?.entity?.known) return undefined;
  return office.holder.entity.country;
}

/** Country of the people right before: "مسؤولان أميركيان في وزارة الدفاع". */
function nationalityBefore(work: Work, item: Item): string | undefined {
  const { tokens } = work.document;
  for (let index = item.first - 1; index >= 0 && index >= item.first - 3; index--) {
    const token = tokens[index];
    if (!token || token.sentence !== tokens[item.first]?.sentence || token.form.kind === 'punctuation')
      return undefined;
    const other = work.at[index];
    if (other?.kind === 'demonym') return other.entity?.iso;
    if (other?.kind === 'leader' || other?.kind === 'country') return undefined;
  }
  return undefined;
}

/** Countries whose parliament, or a house of it, goes by a name: "مجلس الشورى" is no American body. */
const NAMED_SO: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['الشورى', 'SA IR OM QA BH YE EG MR PK AF ID'],
      ['الأمة', 'KW JO DZ'],
      ['الشعب', 'SY EG DZ MV'],
      ['العموم', 'GB CA'],
      ['اللوردات', 'GB'],
      ['الدوما', 'RU'],
      ['البوندستاغ', 'DE'],
      ['الأعيان', 'JO IQ'],
    ] as const
  ).map(([word, countries]) => [fold(word), countries.split(' ')]),
);

/** How much each sign of a country says; found by hiding the nationalities of bodies in a corpus and guessing them. */
const WEIGHTS = {
  office: 4,
  titleFirst: 2,
  title: 0.5,
  share: 3,
  sameSentence: 5,
  beside: 2,
  sentenceBefore: 2,
  /** A newspaper at home need not say whose ministry it is. */
  paper: 2,
  theirs: 0.1,
};

interface Sign {
  readonly iso: string;
  readonly first: number;
  readonly sentence: number;
}

/** Guesses whose body it is: by the minister named beside, by the title, by how often and how near a country is named. */
function createGuess(work: Work, items: readonly Item[]): (body: Item) => string | undefined {
  const { tokens, titleSentences } = work.document;
  const sentenceOf = (item: Item) => tokens[item.first]?.sentence ?? 0;
  const signs: Sign[] = [];
  const offices: { readonly body: string; readonly sign: Sign }[] = [];
  for (const item of items) {
    const at = { first: item.first, sentence: sentenceOf(item) };
    if (item.kind === 'office' && !item.dropped) {
      const iso = item.of?.iso ?? item.holder?.entity?.country;
      const body = item.office?.body;
      if (iso && body) offices.push({ body, sign: { iso, ...at } });
      continue;
    }
    // Capitals that are mere places still say where it happens.
    const iso = item.dropped && item.kind !== 'capital' ? undefined : signOf(item);
    if (iso) signs.push({ iso, ...at });
  }
  const counts = new Map<string, number>();
  for (const { iso } of signs) counts.set(iso, (counts.get(iso) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  const home = homeOf(work.document.article.url);
  const inTitle = signs.filter(({ sentence }) => sentence < titleSentences).map(({ iso }) => iso);
  return body => {
    const sentence = sentenceOf(body);
    const points = new Map<string, number>();
    const add = (iso: string, amount: number) => points.set(iso, (points.get(iso) ?? 0) + amount);
    for (const [iso, count] of counts) add(iso, (WEIGHTS.share * count) / most);
    if (home) add(home, WEIGHTS.paper);
    const [titleFirst] = inTitle;
    if (titleFirst) add(titleFirst, WEIGHTS.titleFirst);
    for (const iso of new Set(inTitle)) add(iso, WEIGHTS.title);
    const near = signs.filter(({ first }) => first < body.first).at(-1);
    if (near?.sentence === sentence) {
      add(near.iso, WEIGHTS.sameSentence);
      // "الرئاسة المصرية ووزارة الخارجية"
      if (body.first - near.first <= 4) add(near.iso, WEIGHTS.beside);
    }
    if (near && near.sentence === sentence - 1) add(near.iso, WEIGHTS.sentenceBefore);
    const own = offices.filter(office => office.body === body.body?.id);
    const minister = own.filter(({ sign }) => sign.first < body.first).at(-1) ?? own[0];
    if (minister) add(minister.sign.iso, WEIGHTS.office);
    let best: string | undefined;
    const only = body.body?.only ?? NAMED_SO.get(tokens[body.last - 1]?.form.fold ?? '');
    // Of a body that few countries have, what is theirs says whose it is.
    if (body.body?.only)
      for (const { entity, dropped } of items)
        if (entity?.known && entity.country && !entity.iso && !dropped) add(entity.country, WEIGHTS.theirs);
    for (const [iso, amount] of points)
      if ((!only || only.includes(iso)) && (!best || amount > (points.get(best) ?? 0))) best = iso;
    return best ?? (only?.length === 1 ? only[0] : undefined);
  };
}

/** The country that an item speaks of. */
function signOf(item: Item): string | undefined {
  if (item.entity?.iso) return item.entity.iso;
  return item.kind === 'leader' && item.entity?.known ? item.entity.country : undefined;
}
