import { fold } from '../../language/arabic/normalize.js';
import { slug, transliterate } from '../../language/arabic/transliterate.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Schema } from '../../schema/types.js';
import { makeEntity } from './entity.js';
import { isOrdinary } from './names.js';
import { type Work, wrapItem } from './work.js';

const HEAD = /^[وفبل]{0,2}شرطه$/;
/** Houses of the police: "قسم شرطة الرمل". */
const STATIONS = wordSet(
  'مركز قسم مخفر نقطة مركزي قسمي بمركز بقسم مأمور سيارة سيارات حافلة رجل رجال رجلا رجلي ضابط ضباط',
);
/** What the name behind is the name of. */
const KINDS = wordSet('مدينة ولاية مقاطعة محافظة بلدة إقليم إمارة منطقة العاصمة');
/** First words of names of towns in two. */
const TOWNS = wordSet(
  'سان سانت سانتا لوس لاس نيو بورت فورت كيب ويست ساوث نورث إيست كوالا بوينس ريو هونغ لا إل',
);

/** Forces of towns and provinces: "شرطة دبي", "شرطة مدينة تورونتو الكندية". */
export function findCityPolice(work: Work): void {
  const { tokens } = work.document;
  for (const index of work.marked) {
    const token = tokens[index];
    if (token?.form.kind !== 'word' || work.at[index] || !HEAD.test(token.form.fold)) continue;
    if (STATIONS.has(tokens[index - 1]?.form.fold ?? '')) continue;
    const sentence = token.sentence;
    const kind = KINDS.has(tokens[index + 1]?.form.fold ?? '');
    const first = index + (kind ? 2 : 1);
    if (tokens[first]?.sentence !== sentence) continue;
    const town = townAt(work, first, kind);
    if (!town) continue;
    let { last, country } = town;
    const nation = work.at[last];
    const behind = nation?.kind === 'demonym' && nation.first === last && tokens[last]?.sentence === sentence;
    if (behind && nation.definite && nation.form !== 'p' && !nation.conjunction && !nation.proclitic) {
      last = nation.last;
      country = nation.entity?.iso;
    }
    const name = tokens
      .slice(first, town.last)
      .map(({ form }) => form.text)
      .join(' ');
    wrapItem(work, {
      kind: 'organization',
      first: index,
      last,
      start: token.start + token.form.fold.length - 'شرطه'.length,
      mention: 'name',
      entity: makeEntity({
        id: `org:police-${slug(transliterate(fold(name)))}`,
        type: 'organization',
        subtype: 'state-body',
        label: { ar: `شرطة ${name}`, en: `${transliterate(name)} Police` },
        country,
        known: false,
      }),
    });
  }
}

interface Town {
  readonly last: number;
  readonly country: string | undefined;
}

/** A capital, a town of the gazetteer or, with the noun for what it is or as a foreign word, another. */
function townAt(work: Work, first: number, named: boolean): Town | undefined {
  const { tokens } = work.document;
  const token = tokens[first];
  const item = work.at[first];
  if (item)
    return item.kind === 'capital' && item.first === first && !item.conjunction && !item.proclitic
      ? { last: item.last, country: item.entity?.iso }
      : undefined;
  if (token?.form.kind !== 'word') return undefined;
  const { fold: word } = token.form;
  const next = tokens[first + 1];
  const goesOn = next?.form.kind === 'word' && next.sentence === token.sentence && !work.at[first + 1];
  const towns = townsOf(work.lexicon.schema);
  const two = goesOn ? `${word} ${next.form.fold}` : '';
  if (towns.has(two)) return { last: first + 2, country: towns.get(two) };
  if (towns.has(word)) return { last: first + 1, country: towns.get(word) };
  if (isOrdinary(token.form) || word.length < 4) {
    if (!TOWNS.has(word) || !goesOn || isOrdinary(next.form)) return undefined;
    return { last: first + 2, country: undefined };
  }
  // "شرطة تحقق", "رجال شرطة يقبضان": no adjective, no verb.
  const foreign =
    !word.startsWith('ال') &&
    !/(?:يه|ي|ي[وي]ن)$|^م.+[وي]ن$|^[يت].+ان$/.test(word) &&
    !work.classes(token.form).name;
  if (!foreign && !(named && word.startsWith('ال'))) return undefined;
  return { last: TOWNS.has(word) && goesOn ? first + 2 : first + 1, country: undefined };
}

const known = new WeakMap<Schema, ReadonlyMap<string, string | undefined>>();

/** Countries of the towns and provinces of the gazetteer by their folded names; undefined where there are several. */
function townsOf(schema: Schema): ReadonlyMap<string, string | undefined> {
  const made = known.get(schema);
  if (made) return made;
  const towns = new Map<string, string | undefined>();
  for (const { country, names, ambiguous = [] } of schema.gazetteer.places)
    for (const name of names) {
      const key = fold(name);
      const shared = ambiguous.includes(name) || (towns.has(key) && towns.get(key) !== country);
      towns.set(key, shared ? undefined : country);
    }
  known.set(schema, towns);
  return towns;
}
