/** What many statements share, each once and known by its number: articles, their sources, sentences, rules. */
import type { RelationGraph } from '../model.js';
import type { ArticleRow } from './html-rows.js';

/** The longest texts that the page carries, in UTF-16 units. Nobody reads a longer one in a panel. */
export const LONGEST = { name: 160, title: 400, sentence: 1600, url: 2000 };

interface Numbered {
  readonly values: string[];
  number(value: string): number;
}

export interface Tables {
  readonly sources: Numbered;
  readonly rules: Numbered;
  readonly articles: ArticleRow[];
  readonly sentences: (readonly [string, number])[];
  article(id: string): number;
  sentence(article: number, start: number, text: string): number;
}

function numbered(): Numbered {
  const numbers = new Map<string, number>();
  const values: string[] = [];
  return {
    values,
    number(value) {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}

export function newTables(graph: RelationGraph): Tables {
  const sources = numbered();
  const records = graph.getAttribute('articles') ?? {};
  const articles: ArticleRow[] = [];
  const articleKeys = numbered();
  const sentences: (readonly [string, number])[] = [];
  /** The numbers of each article's sentences: few, so that looking through them is quicker than a key of the text. */
  const sentencesOf: number[][] = [];
  return {
    sources,
    rules: numbered(),
    articles,
    sentences,
    article(id) {
      const number = articleKeys.number(id);
      if (number < articles.length) return number;
      const record = Object.hasOwn(records, id) ? records[id] : undefined;
      sentencesOf.push([]);
      articles.push([
        id,
        clip(record?.title ?? id, LONGEST.title),
        record?.date ?? 0,
        record?.source === undefined ? -1 : sources.number(clip(record.source, LONGEST.name)),
        record?.url !== undefined && record.url.length <= LONGEST.url ? record.url : 0,
        record?.copies?.length ?? 0,
      ]);
      return number;
    },
    sentence(article, start, text) {
      const among = sentencesOf[article] ?? [];
      const known = among.find(number => sentences[number]?.[1] === start && sentences[number][0] === text);
      if (known !== undefined) return known;
      among.push(sentences.length);
      return sentences.push([text, start]) - 1;
    },
  };
}

export function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
