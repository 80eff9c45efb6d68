import { CLOSING_QUOTES } from '../../../language/arabic/punctuation.js';
import { wordSet } from '../../../language/arabic/words.js';
import type { Entity } from '../../../model.js';
import type { EntityMention, Recognition } from '../../document.js';
import { countriesOf, type Finding, namesOf } from './finding.js';

/** Bodies that work in many countries: only a nationality in the text says whose they are. */
const WITHOUT_HOME = new Set(['media', 'armed-group', 'international', 'alliance']);
/** Alliances are led by states and have members; a country in their name is no nationality. */
const STATELESS = new Set(['international', 'alliance']);

/** "جناح تابع لحزب", "الذراع العسكرية للحركة": what ties a part to its whole, before ل. */
const PART_OF = wordSet(
  'التابع التابعة تابع تابعة التابعين التابعان الذراع ذراع الجناح جناح المنبثقة المنبثق',
);

/**
 * Whose a body is. "صحيفة هآرتس الإسرائيلية", "وزارة الدفاع الروسية": the nationality inside the name; "الأسطول
 * السادس للبحرية الأميركية": the body that it is part of; else a known body whose country the article names.
 */
export function findAffiliations(recognition: Recognition): Finding[] {
  const { mentions, document } = recognition;
  const { tokens } = document;
  const found: Finding[] = [];
  const done = new Set<string>();
  const add = (subject: EntityMention, object: EntityMention, confidence: number, rule: string) => {
    if (subject.entity.id === object.entity.id) return;
    done.add(subject.entity.id);
    const { sentence } = subject;
    found.push({ subject, type: 'affiliated_with', object, modality: 'actual', confidence, rule, sentence });
  };
  for (const [part, whole] of partsOf(recognition)) add(part, whole, 0.85, 'part-of');
  for (const [part, state] of partsOfStates(recognition)) add(part, state, 0.85, 'part-of-state');
  const nested = new Set<EntityMention>();
  for (const mention of mentions) {
    const part = mention.inside;
    if (mention.entity.type !== 'organization' || part?.entity.type !== 'organization') continue;
    if (part.entity.id === mention.entity.id || mention.first === part.first) continue;
    // A state's mission at a body is the state's; a paper named after another is none of its.
    if (part.entity.id.startsWith('org:mission:') || mention.entity.subtype === 'media') continue;
    nested.add(part);
    add(part, mention, 0.9, 'nested-body');
  }
  const stated = new Set<string>();
  for (const mention of mentions) {
    const subject = mention.inside;
    if (mention.entity.type !== 'country' || subject?.entity.type !== 'organization') continue;
    if (nested.has(subject)) {
      // "بعثة الأمم المتحدة في جنوب السودان" works there.
      const { sentence } = mention;
      if (mention.kind === 'name' && tokens[mention.first - 1]?.form.fold === 'في')
        found.push({
          subject,
          type: 'active_in',
          object: mention,
          modality: 'actual',
          confidence: 0.85,
          rule: 'mission-in',
          sentence,
        });
      continue;
    }
    if (STATELESS.has(subject.entity.subtype ?? '') && subject.entity.country === undefined) continue;
    const key = `${subject.entity.id} ${mention.entity.id} ${mention.sentence}`;
    if (stated.has(key)) continue;
    stated.add(key);
    add(subject, mention, 0.95, 'nationality');
  }
  for (const [body, country] of bodiesInCountries(recognition))
    if (!done.has(body.entity.id)) add(body, country, 0.8, 'body-in-country');
  const countries = countriesOf(mentions);
  const bodies = new Map<string, EntityMention>();
  for (const mention of mentions)
    if (mention.entity.type === 'organization' && !bodies.has(mention.entity.id))
      bodies.set(mention.entity.id, mention);
  for (const mention of bodies.values()) {
    const { entity } = mention;
    if (done.has(entity.id) || mention.kind === 'pronoun' || mention.kind === 'nominal') continue;
    const parent = bodies.get(recognition.known.parentOf(entity.id) ?? '');
    if (parent && !STATELESS.has(entity.subtype ?? '') && !STATELESS.has(parent.entity.subtype ?? '')) {
      add(mention, parent, 0.7, 'known-parent');
      continue;
    }
    if (entity.country === undefined) continue;
    if (WITHOUT_HOME.has(entity.subtype ?? '') && !isOfState(recognition, entity)) continue;
    const country = countries.get(entity.country);
    if (country) add(mention, country, 0.7, 'known-nationality');
  }
  return found;
}

/** Kinds of body that are a country's own where it stands behind them. */
const OF_ONE_COUNTRY = new Set([
  'ministry',
  'parliament',
  'state-body',
  'court',
  'intelligence',
  'armed-force',
  'party',
]);

/** "المفوضية العليا للانتخابات في ليبيا", "حزب الله في لبنان": bodies and the country that their place names. */
function* bodiesInCountries({ document, mentions }: Recognition): Generator<[EntityMention, EntityMention]> {
  const { tokens } = document;
  const names = namesOf(mentions);
  for (let index = 0; index + 1 < names.length; index++) {
    const [body, country] = [names[index], names[index + 1]];
    if (body?.entity.type !== 'organization' || country?.entity.type !== 'country') continue;
    if (country.kind !== 'name' || country.first !== body.last + 1 || country.inside) continue;
    if (tokens[body.last]?.form.fold !== 'في' || body.sentence !== country.sentence) continue;
    const { country: own, subtype = '', known, label } = body.entity;
    // Rebels are only said to be there; a party is its country's even where it has arms.
    const rebels = subtype === 'armed-group' && !label.ar.startsWith('حزب');
    if (STATELESS.has(subtype) || rebels) continue;
    if (own === undefined ? !known && OF_ONE_COUNTRY.has(subtype) : own === country.entity.iso)
      yield [body, country];
  }
}

/** Words that make a paper or an agency a state's, so that it is the one that the article names. */
const OF_STATE = wordSet('الرسمية الرسمي الحكومية الحكومي الدولة');
const HEBREW = wordSet('العبرية العبري');
const AROUND = 3;

/** "وكالة سانا الرسمية", "صحيفة هآرتس العبرية". */
function isOfState({ document, mentions }: Recognition, entity: Entity): boolean {
  if (entity.subtype !== 'media') return false;
  return mentions.some(({ entity: own, first, last, sentence, attached }) => {
    if (own.id !== entity.id || attached) return false;
    for (let index = first - 1; index < last + AROUND; index++) {
      const token = document.tokens[index];
      const word = token?.sentence === sentence ? token.form.fold : '';
      if (index >= last && /^[،,.:؛]$/.test(word)) return false;
      if (OF_STATE.has(word) || (entity.country === 'IL' && HEBREW.has(word))) return true;
    }
    return false;
  });
}

const THAT = wordSet('الذي التي');
const FOUNDED = wordSet(
  'شكلها شكله شكلتها شكلته أسسها أسسه أسستها أسسته أنشأها أنشأه أنشأتها أنشأته أطلقها أطلقه أطلقتها أطلقته',
);
/** Words for a state between "التابعة" and its name: "اللجنة التابعة للحكومة اليمنية". */
const STATE = wordSet('للحكومة للدولة للسلطات للنظام للإدارة الحكومة الشرعية المركزية الاتحادية المؤقتة');

/** Bodies that are said to belong to a state. */
function* partsOfStates({ document, mentions }: Recognition): Generator<[EntityMention, EntityMention]> {
  const { tokens } = document;
  const names = namesOf(mentions);
  for (let index = 0; index + 1 < names.length; index++) {
    const [part, state] = [names[index], names[index + 1]];
    if (part?.entity.type !== 'organization' || state?.entity.type !== 'country') continue;
    if (part.sentence !== state.sentence || state.first - part.last > 4) continue;
    // An army is its own state's; a group may be another's.
    const { country, subtype } = part.entity;
    if (country !== undefined && country !== state.entity.iso && subtype !== 'armed-group') continue;
    const gap = tokens.slice(part.last, state.first).map(({ form }) => form.fold);
    const [belongs, ...rest] = CLOSING_QUOTES.has(gap[0] ?? '') ? gap.slice(1) : gap;
    if (!PART_OF.has(belongs ?? '') || !rest.every(word => STATE.has(word))) continue;
    const own = tokens[state.first]?.form.fold ?? '';
    if (rest.length > 0 ? state.kind === 'demonym' : own.startsWith('ل')) yield [part, state];
  }
}

const isForce = ({ entity }: EntityMention) => entity.subtype === 'armed-force';

/** Pairs of a body and the one that the words behind it make it part of. */
function* partsOf({ document, mentions, known }: Recognition): Generator<[EntityMention, EntityMention]> {
  const { tokens } = document;
  const names = namesOf(mentions).filter(({ entity }) => entity.type === 'organization');
  for (let index = 0; index + 1 < names.length; index++) {
    const [part, whole] = [names[index], names[index + 1]];
    if (!part || !whole || part.sentence !== whole.sentence) continue;
    const gap = tokens.slice(part.last, whole.first).map(({ form }) => form.fold);
    if (gap.length > 4 || gap.some(word => /^[،,.:؛]$/.test(word))) continue;
    const inDative = tokens[whole.first]?.form.fold.startsWith('ل') === true;
    // "المنطقة العسكرية المركزية في الجيش الروسي"
    if (gap.length === 1 && gap[0] === 'في' && isForce(part) && isForce(whole)) {
      yield [part, whole];
      continue;
    }
    const isPart = known.parentOf(part.entity.id) === whole.entity.id;
    // "اللواء الخامس بالجيش اليمني", "القوة التي شكلها الاتحاد الأفريقي"
    const within = gap.length === 0 && /^بال/.test(tokens[whole.first]?.form.fold ?? '');
    if (
      (within && isForce(whole) && part.entity.subtype !== 'media') ||
      (gap.length === 2 && THAT.has(gap[0] ?? '') && FOUNDED.has(gap[1] ?? ''))
    ) {
      yield [part, whole];
      continue;
    }
    if (
      isPart
        ? gap.length === 0 || gap[0] === 'في' || inDative
        : inDative && gap.some(word => PART_OF.has(word))
    )
      yield [part, whole];
  }
}
