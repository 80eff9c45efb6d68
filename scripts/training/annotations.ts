import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Article, MentionedEntity, Modality } from '../../src/model.js';
import { normalize } from './gold.js';

/**
 * Annotations of articles of a news corpus, without their text: relations between entity ids, with the offsets
 * of the sentences that state them. One article after another:
 *
 *     # ARTICLE_ID
 *     e new:ID TYPE name|name …    an entity that the recognizer missed
 *     x ID                         one that it found wrongly
 *     o ID                         one that counts neither for nor against
 *     r SUBJECT TYPE OBJECT [not] [planned|alleged|past] OFFSET,OFFSET …
 */
export interface Annotation {
  readonly article: Article;
  readonly added: readonly {
    readonly id: string;
    readonly type: string;
    readonly names: readonly string[];
  }[];
  readonly ignored: ReadonlySet<string>;
  readonly relations: readonly {
    readonly subject: string;
    readonly type: string;
    readonly object: string;
    readonly negated: boolean;
    readonly modality: Modality;
    readonly offsets: readonly number[];
  }[];
}

const MODALITIES: readonly Modality[] = ['planned', 'alleged', 'past'];

/** The articles of a gzipped JSONL corpus. */
export function readCorpus(corpus: string): Article[] {
  return gunzipSync(readFileSync(corpus))
    .toString('utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ language: 'ar', ...JSON.parse(line) }) as Article);
}

/** Reads annotations and the articles that they belong to, from a gzipped JSONL corpus. */
export function readAnnotations(file: string, corpus: string): Annotation[] {
  const articles = new Map(readCorpus(corpus).map(article => [article.id, article]));
  return readFileSync(file, 'utf8')
    .split(/^# /m)
    .slice(1)
    .flatMap(part => {
      const [id = '', ...lines] = part.split('\n');
      const article = articles.get(id.trim());
      return article ? [parse(article, lines)] : [];
    });
}

function parse(article: Article, lines: readonly string[]): Annotation {
  const fields = lines.map(line => line.trim().split(' '));
  return {
    article,
    added: fields
      .filter(([kind]) => kind === 'e')
      .map(([, id = '', type = '', ...names]) => ({ id, type, names: names.join(' ').split('|') })),
    ignored: new Set(fields.filter(([kind]) => kind === 'o').map(([, id = '']) => id)),
    relations: fields
      .filter(([kind]) => kind === 'r')
      .map(([, subject = '', type = '', object = '', ...rest]) => ({
        subject,
        type,
        object,
        negated: rest.includes('not'),
        modality: MODALITIES.find(name => rest.includes(name)) ?? 'actual',
        offsets: (rest.at(-1) ?? '').split(',').filter(Boolean).map(Number),
      })),
  };
}

/** The annotated id of each recognized entity: its own, or that of an added entity of the same name. */
export function alignAdded(entities: readonly MentionedEntity[], { added }: Annotation): Map<string, string> {
  const names = new Map(
    added.flatMap(entity => entity.names.map(name => [`${entity.type} ${normalize(name)}`, entity.id])),
  );
  return new Map(
    entities.map(entity => {
      const match = entity.mentions
        .map(({ text }) => names.get(`${entity.type} ${normalize(text)}`))
        .find(Boolean);
      return [entity.id, match ?? entity.id];
    }),
  );
}
