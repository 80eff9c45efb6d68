import type { GraphBuilder } from '../graph/index.js';
import type { DuplicateGroup } from '../ingest/duplicates.js';
import type { Extraction } from '../model.js';
import { lineOf } from './batch.js';
import type { KeptArticle, Store } from './store.js';

export const EXTRACTIONS = 'extractions.ndjson';

/**
 * The lines of `extractions.ndjson`, an article each, in the order of the groups. On its way each extraction
 * is added to the graph, so that memory holds one at a time.
 */
export function* mergeExtractions(
  groups: readonly DuplicateGroup<KeptArticle>[],
  store: Store,
  builder: GraphBuilder,
): Generator<string> {
  for (const { representative, id, copies } of groups) {
    const line = store.line(representative);
    const extraction = JSON.parse(line) as Extraction;
    const isAsRead = extraction.doc === id && copies.length === 0 && extraction.copies === undefined;
    const merged = isAsRead ? extraction : inGroup(extraction, id, copies);
    builder.add(merged);
    yield `${isAsRead ? line : lineOf(merged)}\n`;
  }
}

/** The extraction of a group: under the group's id, with the places of all its copies. */
function inGroup(extraction: Extraction, id: string, copies: Extraction['copies'] & object): Extraction {
  const { copies: _, entities, relations, fingerprint, ...meta } = extraction;
  return {
    ...meta,
    doc: id,
    ...(copies.length > 0 && { copies }),
    entities,
    relations,
    ...(fingerprint !== undefined && { fingerprint }),
  };
}
