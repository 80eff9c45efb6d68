import { fold } from '../../language/arabic/normalize.js';
import { type Work, wrapItem } from './work.js';

const BANKS = new Set(['بنك', 'مصرف'].map(fold));
const CENTRAL = new Set(['المركزي'].map(fold));

/** "بنك السودان المركزي": the country stands inside the name. */
export function findCentralBanks(work: Work): void {
  const { tokens } = work.document;
  for (const index of work.marked) {
    const token = tokens[index];
    if (!token || work.at[index]) continue;
    const { head, headDefinite, headPrefix } = work.classes(token.form);
    if (!head || headDefinite || !BANKS.has(head.word)) continue;
    const country = work.at[index + 1];
    if (country?.kind !== 'country' || country.proclitic || country.conjunction || !country.entity?.iso)
      continue;
    const behind = tokens[country.last];
    if (behind?.sentence !== token.sentence || !CENTRAL.has(behind.form.fold)) continue;
    const body = work.lexicon.bodies.get('central-bank');
    if (!body) return;
    wrapItem(work, {
      kind: 'organization',
      first: index,
      last: country.last + 1,
      start: token.start + headPrefix,
      mention: 'name',
      body,
      entity: work.lexicon.bodyOf(body, country.entity.iso),
    });
  }
}
