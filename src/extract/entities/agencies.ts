import { CLOSING_QUOTES, OPENING_QUOTES } from '../../language/arabic/punctuation.js';
import type { Item, Work } from './work.js';

const OPEN = new Set([...OPENING_QUOTES, '(']);
const CLOSE = new Set([...CLOSING_QUOTES, ')']);

/**
 * "وكالة الأنباء الروسية «سبوتنيك»" is the agency that is named, not the country's best known one. Goes before bodies
 * without a country get theirs.
 */
export function nameAgencies(work: Work): void {
  const { tokens } = work.document;
  for (const item of work.items) {
    if (item.dropped || item.inside || !isAgency(work, item)) continue;
    const quoted = OPEN.has(tokens[item.last]?.form.text ?? '');
    const at = item.last + (quoted ? 1 : 0);
    const own = work.at[at];
    if (own?.kind !== 'organization' || own.first !== at || own.conjunction || own.proclitic) continue;
    if (tokens[at]?.sentence !== tokens[item.first]?.sentence) continue;
    const { entity } = own;
    if (!entity?.known || entity.subtype !== 'media' || entity.id === item.entity?.id) continue;
    if (item.entity && item.entity.country !== entity.country) continue;
    const closed = quoted && CLOSE.has(tokens[own.last]?.form.text ?? '');
    item.kind = 'organization';
    item.entity = entity;
    item.body = undefined;
    item.pending = false;
    own.inside = item;
    for (let index = item.last; index < own.last + (closed ? 1 : 0); index++) work.at[index] = item;
    item.last = own.last + (closed ? 1 : 0);
  }
}

/** "وكالة الأنباء", "وكالة أنباء", with or without a nationality. */
function isAgency({ document: { tokens } }: Work, { kind, first, body, entity }: Item): boolean {
  if (kind === 'body' ? body?.id !== 'state-news-agency' : kind !== 'organization' || !entity?.known)
    return false;
  return (
    /^[وفبلك]{0,2}وكاله$/.test(tokens[first]?.form.fold ?? '') &&
    /^(ال)?انباء?$/.test(tokens[first + 1]?.form.fold ?? '')
  );
}
