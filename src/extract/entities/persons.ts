import { fold } from '../../language/arabic/normalize.js';
import { skeleton, slug, transliterate } from '../../language/arabic/transliterate.js';
import { AMBIGUOUS_NAMES, NAME_WORDS } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import { makeEntity } from './entity.js';
import type { FoundName } from './names.js';
import { Item, type Work, wrapItem } from './work.js';

/** Adds a person, known by the sound of the name or new. */
export function addPerson(work: Work, name: FoundName): Item {
  const { tokens } = work.document;
  const words: string[] = [];
  for (let index = name.first; index < name.last; index++) {
    const form = tokens[index]?.form;
    const { prefix = 0 } = index === name.first ? name : {};
    if (form && form.kind !== 'punctuation') words.push(form.text.slice(prefix));
  }
  // Given names alone are too many people's to be anybody's by their sound.
  const given = words.every(word => AMBIGUOUS_NAMES.has(fold(word)) || fold(word) === 'بن');
  const known = given ? undefined : (work.lexicon.skeletons.find(words) ?? namesake(work, name, words));
  const item = new Item({
    kind: 'leader',
    first: name.first,
    last: name.last,
    start: (tokens[name.first]?.start ?? 0) + (name.prefix ?? 0),
    mention: 'name',
    entity: known ?? personEntity(words),
  });
  // "محمد التركي": neither Turkey nor somebody else called محمد.
  for (let index = name.first; index < name.last; index++) {
    const inner = work.at[index];
    if (inner && (inner.kind === 'demonym' || inner.kind === 'leader')) inner.dropped = true;
  }
  return wrapItem(work, item);
}

/** The known person whose last name stands here, if the first name differs by a letter at most: ناريندا مودي. */
function namesake(work: Work, name: FoundName, words: readonly string[]): Entity | undefined {
  const last = work.at[name.last - 1];
  if (last?.kind !== 'leader' || !last.entity?.known || words.length < 2) return undefined;
  return isGivenNameOf(last.entity, words[0] ?? '') ? last.entity : undefined;
}

/** Whether a word is a person's given name, if a letter is heard or written otherwise: "نيكولاس" for "نيكولا". */
export function isGivenNameOf({ label }: Entity, word: string): boolean {
  const mine = skeleton(word);
  const own = skeleton(label.ar.split(' ')[0] ?? '');
  return (
    mine === own ||
    (!NAME_WORDS.has(fold(word)) && isSlip(mine, own)) ||
    (mine.length > 2 &&
      own.length > 2 &&
      Math.abs(mine.length - own.length) < 3 &&
      (own.startsWith(mine.slice(0, -1)) || mine.startsWith(own.slice(0, -1))))
  );
}

/** One letter wrong or left out of a long name that is no other name: "دومالد ترمب". */
function isSlip(mine: string, own: string): boolean {
  if (own.length < 4 || Math.abs(own.length - mine.length) > 1) return false;
  let same = 0;
  while (same < mine.length && mine[same] === own[same]) same++;
  const rest = (text: string, skip: number) => text.slice(same + skip);
  // "دونادل": two letters have changed places.
  const swapped = mine[same] === own[same + 1] && mine[same + 1] === own[same];
  return (
    (swapped && rest(mine, 2) === rest(own, 2)) ||
    rest(mine, 1) === rest(own, 1) ||
    rest(mine, 0) === rest(own, 1) ||
    rest(mine, 1) === rest(own, 0)
  );
}

export function personEntity(words: readonly string[]): Entity {
  const ar = words.map(word => word.replace(/[\u064b-\u065f\u0640\u200b-\u200f]/g, '')).join(' ');
  const en = transliterate(ar);
  const id = `leader:${slug(transliterate(fold(ar)))}`;
  return makeEntity({ id, type: 'leader', label: { ar, en }, known: false });
}
