import { wordSet } from '../../language/arabic/words.js';
import { addPerson } from './persons.js';
import { nameBehindVerb } from './speakers.js';
import type { Work } from './work.js';

/** Whose members speak for them. */
const CLUBS = new Set(['party', 'movement', 'armed-group']);
const OF = wordSet('من عن');

/** "وقالت ليلى كارم من حزب العمال": somebody whom only the party behind the name makes a politician. */
export function findPartisans(work: Work): void {
  const { tokens } = work.document;
  for (const body of [...work.items]) {
    if (body.kind !== 'organization' || body.dropped || body.inside || body.proclitic) continue;
    if (!CLUBS.has(body.entity?.subtype ?? '')) continue;
    const end = body.first - 1;
    const link = tokens[end];
    if (!link || !OF.has(link.form.fold) || work.at[end] || link.sentence !== tokens[body.first]?.sentence)
      continue;
    const name = nameBehindVerb(work, end, false);
    if (name) addPerson(work, name);
  }
}
