import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../src/language/arabic/normalize.js';
import type { Article, MentionedEntity, Modality, Polarity } from '../../src/model.js';

/** Annotated articles as the training reads them: an `articles.jsonl`, and one `ID.json` an article beside it. */
export interface GoldEntity {
  readonly id: string;
  readonly type: string;
  readonly iso?: string;
  readonly mentions: readonly string[];
  readonly named?: boolean;
  readonly optional?: boolean;
}

export interface GoldRelation {
  readonly subject: string;
  readonly type: string;
  readonly object: string;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly evidence: readonly number[];
  readonly optional?: boolean;
}

export interface Gold {
  readonly doc: string;
  readonly entities: readonly GoldEntity[];
  readonly relations: readonly GoldRelation[];
  readonly sentences?: readonly string[];
}

export function readGoldArticles(directory: string): Article[] {
  const file = join(directory, 'articles.jsonl');
  if (!existsSync(file)) throw new Error(`no annotated articles at ${file}`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ language: 'ar', ...JSON.parse(line) }) as Article);
}

export function readGold(directory: string): { article: Article; gold: Gold }[] {
  const articles = new Map(readGoldArticles(directory).map(article => [article.id, article]));
  return readdirSync(directory)
    .filter(name => name.endsWith('.json'))
    .sort()
    .flatMap(name => {
      const gold = JSON.parse(readFileSync(join(directory, name), 'utf8')) as Gold;
      const article = articles.get(gold.doc);
      return article ? [{ article, gold }] : [];
    });
}

/** Folds for comparison: letters and numbers only, without the article. */
export function normalize(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map(word => (word.length > 4 && word.startsWith('ال') ? word.slice(2) : word))
    .join(' ');
}

/** Pairs found entities with annotated ones: countries by code, the others by their names. */
export function align(entities: readonly MentionedEntity[], gold: Gold): Map<string, string> {
  const pairs: [number, string, string][] = [];
  const found = entities.map(entity => ({
    entity,
    names: [
      ...new Set(
        [...entity.mentions.map(({ text }) => text), entity.label.ar, entity.label.en].map(normalize),
      ),
    ],
  }));
  for (const wanted of gold.entities) {
    const names = wanted.mentions.map(normalize);
    for (const { entity, names: own } of found) {
      if (entity.type !== wanted.type) continue;
      if (entity.type === 'country') {
        if (entity.iso === wanted.iso) pairs.push([1, wanted.id, entity.id]);
        continue;
      }
      const best = Math.max(...names.flatMap(a => own.map(b => similarity(a, b))));
      if (best > 0) pairs.push([best, wanted.id, entity.id]);
    }
  }
  pairs.sort((a, b) => b[0] - a[0]);
  const result = new Map<string, string>();
  const taken = new Set<string>();
  for (const [, wanted, own] of pairs) {
    if (taken.has(wanted) || result.has(own)) continue;
    taken.add(wanted);
    result.set(own, wanted);
  }
  return result;
}

function similarity(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  const shared = [...small].filter(word => large.has(word)).length;
  return shared === small.size && [...small].some(word => word.length > 2)
    ? 0.5 + (0.4 * shared) / large.size
    : 0;
}
