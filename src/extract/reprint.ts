/** The same article under another id or at another address. */
import { hash } from 'node:crypto';
import type { Article, Extraction } from '../model.js';
import { homeOf } from './entities/papers.js';
import { headOf } from './head.js';
import { byPlace, statementId } from './relations/statements.js';

/** A hash of what is read of an article: where it is equal, so are the entities and the relations. */
export function contentOf({ title, text, date, language, url }: Article): string {
  const rest = JSON.stringify([date, language, homeOf(url), title.length]);
  // In UTF-16 as it stands in memory, which costs least and keeps every character apart.
  return hash('sha256', Buffer.from(`${rest}${title}${text}`, 'utf16le'), 'base64url');
}

/** The extraction of an article, made from that of one with the same content. */
export function reprinted({ entities, relations }: Extraction, article: Article): Extraction {
  return {
    ...headOf(article),
    entities,
    relations: relations
      .map(statement => ({ ...statement, id: statementId(article.id, statement) }))
      .sort(byPlace),
  };
}
