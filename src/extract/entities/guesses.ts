import { fold } from '../../language/arabic/normalize.js';
import type { StateBodyEntry } from '../../schema/types.js';
import { homeOf } from './papers.js';
import type { Item, Work } from './work.js';

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

/** A body, or an office that is of the one that its holder heads. */
export type Homeless = Pick<Item, 'first' | 'last'> & { readonly body?: StateBodyEntry | undefined };

interface Sign {
  readonly iso: string;
  readonly first: number;
  readonly sentence: number;
}

/**
 * Guesses whose body it is: by the minister named beside, by the title, by how often and how near a country is named.
 * Where the next best country is no more than `margin` behind there is no guess.
 */
export function createGuess(
  work: Work,
  items: readonly Item[],
  margin = 0,
): (body: Homeless) => string | undefined {
  const { tokens, titleSentences } = work.document;
  const sentenceOf = (item: Homeless) => tokens[item.first]?.sentence ?? 0;
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
    const rival = Math.max(0, ...[...points].map(([iso, amount]) => (iso === best ? 0 : amount)));
    if (best && margin > 0 && (points.get(best) ?? 0) - rival < margin) return undefined;
    return best ?? (only?.length === 1 ? only[0] : undefined);
  };
}

/** The country that an item speaks of. */
function signOf(item: Item): string | undefined {
  if (item.entity?.iso) return item.entity.iso;
  return item.kind === 'leader' && item.entity?.known ? item.entity.country : undefined;
}
