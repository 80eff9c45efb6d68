import { makeEntity } from './entity.js';
import { type Item, type Work, wrapItem } from './work.js';

const HEAD = /^[وفبل]{0,2}(ال|لل)?بعثه$/;

/** Missions of states at bodies: "البعثة الروسية لدى الأمم المتحدة", "بعثة إيران في الأمم المتحدة". */
export function findMissions(work: Work): void {
  const { tokens } = work.document;
  for (const index of work.marked) {
    const token = tokens[index];
    if (token?.form.kind !== 'word' || !token.form.fold.endsWith('بعثه') || !HEAD.test(token.form.fold))
      continue;
    if (work.at[index] && work.at[index]?.kind !== 'body') continue;
    let at = index + 1;
    let iso: string | undefined;
    let body: Item | undefined;
    for (; at < index + 7 && tokens[at]?.sentence === token.sentence; ) {
      const item = work.at[at];
      const word = tokens[at]?.form.fold ?? '';
      if (item?.entity?.iso && item.first === at && !iso && !item.conjunction) {
        iso = item.entity.iso;
        at = item.last;
      } else if (item?.kind === 'organization' && item.first === at) {
        body = item;
        break;
      } else if (!item && MISSION_WORDS.has(word)) at++;
      else break;
    }
    if (!iso || !body?.entity) continue;
    addMission(work, index, iso, body);
  }
}

const MISSION_WORDS = new Set(['الدايمه', 'الدبلوماسيه', 'لدي', 'في', 'الي']);

function addMission(work: Work, first: number, iso: string, body: Item): void {
  const country = work.lexicon.countries.get(iso);
  const host = body.entity;
  if (!country || !host) return;
  const token = work.document.tokens[first];
  const { fold: word } = token?.form ?? { fold: '' };
  const prefix = /^[وفب]{0,2}(?=ال)/.exec(word)?.[0].length || (/^[وف]?ل(?=ل)/.exec(word)?.[0].length ?? 0);
  const entity = makeEntity({
    id: `org:mission:${iso}:${host.id.replace(/^org:/, '')}`,
    type: 'organization',
    subtype: 'state-body',
    label: {
      ar: `بعثة ${country.label.ar} لدى ${host.label.ar}`,
      en: `Mission of ${country.label.en} to ${host.label.en}`,
    },
    country: iso,
    known: false,
  });
  const covered = work.at[first];
  if (covered) covered.dropped = true;
  wrapItem(work, {
    kind: 'organization',
    first,
    last: body.last,
    start: (token?.start ?? 0) + prefix,
    mention: 'name',
    entity,
  });
}
