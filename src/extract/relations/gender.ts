import { fold } from '../../language/arabic/normalize.js';
import type { Token } from '../../language/arabic/tokens.js';
import type { EntityMention, OfficeMention } from '../document.js';

/** Countries whose names are masculine, and seats that are. */
const MASCULINE = new Set(['IQ', 'LB', 'JO', 'SD', 'SS', 'YE', 'MA']);
const MASCULINE_SEATS = new Set(['كرملين', 'بيت', 'اليزيه']);

/** How verbs agree with a mention, or with the noun at the head of its phrase where there is one. */
export function genderOf(
  head: string,
  mention: EntityMention,
  office: OfficeMention | undefined,
  own: Token,
): 'm' | 'f' {
  const mentionText = own.form.text.slice(Math.max(0, mention.start - own.start));
  const word = head !== '' ? head : (office?.title ?? '').split(' ')[0] || mentionText;
  const first = fold(word).split(' ')[0]?.replace(/^ال/, '') ?? '';
  if (/(ه|ات)$/.test(first)) return 'f';
  if (head !== '' || office) return 'm';
  const { type, iso } = mention.entity;
  if (type === 'country') return MASCULINE.has(iso ?? '') || MASCULINE_SEATS.has(first) ? 'm' : 'f';
  return 'm';
}
