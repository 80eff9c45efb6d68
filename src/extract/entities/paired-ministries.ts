import { fold } from '../../language/arabic/normalize.js';
import { wordSet } from '../../language/arabic/words.js';
import type { StateBodyEntry } from '../../schema/types.js';
import { extend } from './bodies.js';
import type { Lexicon } from './lexicon.js';
import { addItem, type Item, type Work } from './work.js';

/**
 * Ministries that share one noun: "وزارتا الدفاع والداخلية", "وزارات الصحة والتعليم والعدل العراقية". Each is a body of
 * its own; a nationality behind the last is that of all. Goes before the bodies are joined with their countries.
 */
export function findPairedMinistries(work: Work): void {
  for (const first of [...work.items]) {
    if (first.kind !== 'body' || !first.dual || first.inside || first.body?.subtype !== 'ministry') continue;
    const others: Item[] = [];
    let last = first.last;
    for (let other = ministryAt(work, last); other; other = ministryAt(work, last)) {
      others.push(other);
      last = other.last;
    }
    const end = others.at(-1);
    if (!end) continue;
    const within = work.document.tokens[last]?.form.fold === 'في';
    // "بين وزارتي الخارجية والدفاع في البلدين"
    if (within && SEVERAL.has(work.document.tokens[last + 1]?.form.fold ?? '')) continue;
    const nation = nationAt(work, last);
    const iso = (nation ?? (within ? countryAt(work, last + 1) : undefined))?.entity?.iso;
    for (const item of [first, ...others]) {
      item.pending = false;
      item.dual = false;
      if (!iso || !item.body) continue;
      item.kind = 'organization';
      item.entity = work.lexicon.bodyOf(item.body, iso);
    }
    if (nation) extend(work, end, nation);
  }
}

const SEVERAL = wordSet('البلدين الدولتين البلدان الدول دول بلديهما كل');

/** A nationality behind the last portfolio. */
function nationAt(work: Work, index: number): Item | undefined {
  const item = work.at[index];
  const own = item?.kind === 'demonym' && item.first === index && item.definite && !item.conjunction;
  return own ? item : undefined;
}

function countryAt(work: Work, index: number): Item | undefined {
  const item = work.at[index];
  return item?.kind === 'country' && item.first === index ? item : undefined;
}

/** "والداخلية" behind another portfolio. */
function ministryAt(work: Work, index: number): Item | undefined {
  const { tokens } = work.document;
  const token = tokens[index];
  if (token?.form.kind !== 'word' || token.sentence !== tokens[index - 1]?.sentence) return undefined;
  const known = work.at[index];
  if (known)
    return known.kind === 'body' && known.conjunction === 'و' && known.body?.subtype === 'ministry'
      ? known
      : undefined;
  if (!/^وال.{2}/.test(token.form.fold)) return undefined;
  const body = portfoliosOf(work.lexicon).get(token.form.fold.slice(1));
  if (!body) return undefined;
  return addItem(work, {
    kind: 'body',
    first: index,
    last: index + 1,
    start: token.start + 1,
    mention: 'name',
    body,
    conjunction: 'و',
  });
}

const known = new WeakMap<Lexicon, ReadonlyMap<string, StateBodyEntry>>();

/** Ministries by the one word that names their portfolio: الصحة, التعليم. */
function portfoliosOf(lexicon: Lexicon): ReadonlyMap<string, StateBodyEntry> {
  const made = known.get(lexicon);
  if (made) return made;
  const portfolios = new Map<string, StateBodyEntry>();
  for (const body of lexicon.bodies.values()) {
    if (body.subtype !== 'ministry') continue;
    for (const name of body.ar) {
      const portfolio = /^وزارة (ال\S+)$/.exec(name)?.[1];
      if (portfolio && !portfolios.has(fold(portfolio))) portfolios.set(fold(portfolio), body);
    }
  }
  known.set(lexicon, portfolios);
  return portfolios;
}
