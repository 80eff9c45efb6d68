import { AMBIGUOUS_NAMES, COMMON_WORDS, wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import { drop } from './bodies.js';
import { isOrdinary } from './names.js';
import { isGivenNameOf } from './persons.js';
import { held } from './principals.js';
import { isCurrent } from './terms.js';
import type { Item, Work } from './work.js';

/** Family names that mean one person whatever an article is about. */
const WORLD_FAMOUS = new Set([
  'leader:adolf-hitler',
  'leader:joseph-stalin',
  'leader:vladimir-putin',
  'leader:donald-trump',
  'leader:barack-obama',
  'leader:nelson-mandela',
  'leader:recep-tayyip-erdogan',
  'leader:benjamin-netanyahu',
  'leader:sergei-lavrov',
  'leader:emmanuel-macron',
]);

/**
 * Takes back family names that nothing else in the article ties to the statesman: neither his full name, nor his
 * office, nor his country, nor a body that he is of. The player "ساماراس" and the actor "كونتي" are others.
 */
export function dropLoneNames(work: Work): void {
  const lone = work.items.filter(item => isLone(work, item));
  if (lone.length === 0) return;
  const { certain, named } = signsOf(work);
  const others = new Set<string>();
  for (const item of lone) {
    const { entity } = item;
    if (!entity || certain.has(entity.id) || isFullHashtag(work, item)) continue;
    const given = givenNameBefore(work, item);
    if (given && isGivenNameOf(entity, given)) {
      certain.add(entity.id);
      others.delete(entity.id);
    } else if (
      (!isTied(work, entity, named) && !WORLD_FAMOUS.has(entity.id)) ||
      (given && !holdsHighOffice(work, entity))
    )
      others.add(entity.id);
  }
  if (others.size === 0) return;
  for (const item of lone) if (item.entity && others.has(item.entity.id)) drop(work, item);
}

/** A family name, or two given names, which thousands bear: "محمد إبراهيم". */
function isLone(work: Work, item: Item): boolean {
  if (item.kind !== 'leader' || item.dropped || item.entity?.known !== true) return false;
  return isShort(work, item);
}

function isShort(work: Work, { first, last }: Item): boolean {
  if (last - first === 1) return true;
  const { tokens } = work.document;
  return (
    last - first === 2 &&
    AMBIGUOUS_NAMES.has(tokens[first]?.form.fold ?? '') &&
    AMBIGUOUS_NAMES.has(tokens[first + 1]?.form.fold ?? '')
  );
}

/** "#أليكسي_نافالني" is one token and two names. */
function isFullHashtag(work: Work, item: Item): boolean {
  return work.document.tokens[item.first]?.form.text.includes('_') === true;
}

interface Signs {
  /** People named in full, or by an office that they hold. */
  readonly certain: Set<string>;
  /** Countries and bodies that the article names. */
  readonly named: ReadonlySet<string>;
}

function signsOf(work: Work): Signs {
  const certain = new Set<string>();
  const named = new Set<string>();
  for (const item of work.items) {
    const { entity } = item;
    if (item.kind === 'office') {
      const { holder, office } = item;
      if (holder?.entity?.known && office && held(work, holder, office.id)) certain.add(holder.entity.id);
      continue;
    }
    if (!entity) continue;
    // Capitals that are mere places still say where it happens.
    if (item.dropped && item.kind !== 'capital') continue;
    if (item.kind === 'leader') {
      if (!isShort(work, item)) certain.add(entity.id);
    } else named.add(entity.id);
  }
  return { certain, named };
}

function isTied(work: Work, entity: Entity, named: ReadonlySet<string>): boolean {
  if (entity.country !== undefined && named.has(`country:${entity.country}`)) return true;
  const { offices } = work.lexicon.leaders.get(entity.id) ?? { offices: [] };
  return offices.some(({ of }) => named.has(of));
}

/** Whether somebody heads a state or a government at the article's date. */
function holdsHighOffice(work: Work, entity: Entity): boolean {
  const { date } = work.document.article;
  const { offices } = work.lexicon.leaders.get(entity.id) ?? { offices: [] };
  return offices.some(
    term =>
      work.lexicon.offices.get(term.office)?.unique === true &&
      (date === undefined ? !term.to : isCurrent(term, date)),
  );
}

/** Nouns that are names of girls and boys too, and stand before those who ruled: "عهد الخميني". */
const REIGNS = wordSet('عهد بعهد لعهد أيام إبان');

/** What stands before a family name, if it is no word of the language: "سينثيا" of "سينثيا نيكسون". */
function givenNameBefore(work: Work, item: Item): string | undefined {
  if (item.last - item.first > 1 || item.conjunction || item.proclitic) return undefined;
  if (work.at[item.first - 1]) return undefined;
  const { tokens } = work.document;
  const before = tokens[item.first - 1];
  if (before?.form.kind !== 'word' || before.sentence !== tokens[item.first]?.sentence) return undefined;
  const { form } = before;
  const cls = work.classes(form);
  if (cls.definite || cls.honorific || cls.rank || cls.former || cls.particle || cls.counterpart)
    return undefined;
  if (COMMON_WORDS.has(form.fold) || isOrdinary(form) || REIGNS.has(form.fold)) return undefined;
  return form.fold.length > 2 && !isVerbal(form.fold) ? form.text.replace(/^و(?=.{4})/, '') : undefined;
}

/** Verbs that no list has: "يستهجن", "استنكرت". */
const isVerbal = (folded: string) => /^[وف]?(ي|ت|است|ان)|ت$/.test(folded);
