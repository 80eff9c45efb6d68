import { fold } from '../../language/arabic/normalize.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { wordSet } from '../../language/arabic/words.js';
import { isOrdinary } from './names.js';
import { addItem, type Work } from './work.js';

/** A ruler whom newspapers call by a name that many bear. */
interface Ruler {
  readonly id: string;
  /** The article has to name his country, or the body that he made common cause with. */
  readonly signs: readonly string[];
}

const RULERS: ReadonlyMap<string, Ruler> = new Map(
  (
    [
      ['صالح', 'leader:ali-abdullah-saleh', 'country:YE org:houthis'],
      ['هادي', 'leader:abdrabbuh-mansur-hadi', 'country:YE org:houthis'],
      ['بشار', 'leader:bashar-al-assad', 'country:SY'],
      ['صدام', 'leader:saddam-hussein', 'country:IQ'],
    ] as const
  ).map(([name, id, signs]) => [fold(name), { id, signs: signs.split(' ') }]),
);

/** What is a ruler's, or said of one who fell: "قوات صالح", "المخلوع صالح". */
const CUES = wordSet(
  `قوات وقوات لقوات بقوات وقواته نظام ونظام لنظام بنظام ميليشيات وميليشيات مليشيات ومليشيات لمليشيات لميليشيات ميليشيا ومليشيا مليشيا وميليشيا
  المخلوع والمخلوع للمخلوع بالمخلوع أنصار وأنصار لأنصار حكم عهد جيش فلول حلف مسلحي ومسلحي أزلام كتائب وكتائب الطاغية المقبور الدكتاتور
  الديكتاتور السفاح المجرم حليف حليفه وحليفه حليفهم وحليفهم حكومة وحكومة لحكومة`,
);
/** The allies of صالح: "الحوثي وصالح". */
const HOUTHI = /حوثي/;

/** The ruler whom a word may mean, with or without "and" before it. */
export function rulerOf(form: WordForm): Ruler | undefined {
  return RULERS.get(isJoined(form) ? form.fold.slice(1) : form.fold);
}

/**
 * A ruler's given name or a common family name alone: "قوات صالح", "نظام بشار", "الحوثيون وصالح". Only behind words
 * that a ruler's name follows, where the article speaks of his country, and not in front of another name.
 */
export function findRulers(work: Work): void {
  const { tokens } = work.document;
  let named: Set<string> | undefined;
  for (const index of work.marked) {
    const token = tokens[index];
    if (token?.form.kind !== 'word' || work.at[index]) continue;
    const ruler = rulerOf(token.form);
    if (!ruler) continue;
    const joined = isJoined(token.form);
    const before = tokens[index - 1];
    if (before?.sentence !== token.sentence) continue;
    const cue = joined ? HOUTHI.test(before.form.fold) : CUES.has(before.form.fold);
    if (!cue || goesOn(work, index + 1)) continue;
    if (joined && ruler.id !== 'leader:ali-abdullah-saleh') continue;
    named ??= namedBodies(work);
    const entity = ruler.signs.some(sign => named?.has(sign)) && work.lexicon.entities.get(ruler.id);
    if (!entity) continue;
    addItem(work, {
      kind: 'leader',
      first: index,
      last: index + 1,
      start: token.start + (joined ? 1 : 0),
      mention: 'alias',
      entity,
      conjunction: joined ? 'و' : '',
      proclitic: '',
    });
  }
}

const WAW = 'و'.charCodeAt(0);

function isJoined(form: WordForm): boolean {
  return form.fold.charCodeAt(0) === WAW;
}

/** Whether the name of another follows: "قوات صالح العمري", "صالح بن فهد". */
function goesOn(work: Work, index: number): boolean {
  const [own, next] = [work.document.tokens[index - 1], work.document.tokens[index]];
  if (next?.form.kind !== 'word' || next.sentence !== own?.sentence) return false;
  const cls = work.classes(next.form);
  if (cls.particle || cls.name) return true;
  const covering = work.at[index];
  if (covering?.kind === 'leader') return !covering.conjunction && !covering.proclitic;
  return cls.definite && cls.prefixLength === 0 && !covering && !isOrdinary(next.form as WordForm);
}

function namedBodies(work: Work): Set<string> {
  const named = new Set<string>();
  for (const { entity, dropped, kind } of work.items) {
    if (!entity || (dropped && kind !== 'capital')) continue;
    named.add(entity.id);
    if (entity.known && entity.country) named.add(`country:${entity.country}`);
  }
  return named;
}
