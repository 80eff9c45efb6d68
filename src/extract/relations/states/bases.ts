import { wordSet } from '../../../language/arabic/words.js';
import type { EntityMention, Recognition } from '../../document.js';
import { countriesOf, type Finding } from './finding.js';

/** What may stand between a base and the country it is in. */
const PLACE = wordSet(
  'في ب جنوب جنوبي شمال شمالي شرق شرقي غرب غربي وسط داخل بمدينة مدينة بولاية ولاية بمحافظة محافظة بمنطقة منطقة جزيرة بجزيرة قرب دولة بلدة ببلدة الواقعة الموجودة',
);

/** Where a base stands and whose it is: "القاعدة الأميركية في قطر", or a known base in a country that the article names. */
export function findBases(recognition: Recognition): Finding[] {
  const { mentions } = recognition;
  const countries = countriesOf(mentions);
  const found: Finding[] = [];
  const located = new Set<string>();
  const ending = new Map<number, EntityMention>();
  for (const mention of mentions)
    if (mention.entity.type === 'base' && mention.kind !== 'pronoun') ending.set(mention.last, mention);
  for (const mention of mentions) {
    const base = mention.inside ?? nationalityOf(recognition, mention, ending);
    if (mention.kind === 'demonym' && base?.entity.type === 'base')
      found.push({
        subject: mention,
        type: 'operates',
        object: base,
        modality: 'actual',
        confidence: 0.85,
        rule: 'base-nationality',
        sentence: mention.sentence,
      });
    const owner = mention.entity.type === 'base' ? ownerOf(recognition, mention) : undefined;
    if (owner)
      found.push({
        subject: owner,
        type: 'operates',
        object: mention,
        modality: 'actual',
        confidence: 0.85,
        rule: 'base-belongs-to',
        sentence: mention.sentence,
      });
    if (mention.entity.type !== 'base' || located.has(mention.entity.id)) continue;
    const place =
      mention.entity.country === undefined
        ? placeOf(recognition, mention)
        : countries.get(mention.entity.country);
    if (!place) continue;
    located.add(mention.entity.id);
    found.push({
      subject: mention,
      type: 'located_in',
      object: place,
      modality: 'actual',
      confidence: 0.8,
      rule: mention.entity.country === undefined ? 'place-in-text' : 'known-place',
      sentence: mention.sentence,
    });
  }
  return found;
}

const HEADS = /^[وفبلك]{0,2}(ال|لل)?(قاعده|مطار|معسكر|ميناء|مينا)$/;

/** The base right before a nationality: "مطار التيفور العسكري السوري", "قاعدة «حميميم» الروسية". */
function nationalityOf(
  { document }: Recognition,
  { kind, first, sentence }: EntityMention,
  ending: ReadonlyMap<number, EntityMention>,
): EntityMention | undefined {
  const { tokens } = document;
  if (kind !== 'demonym' || tokens[first]?.form.fold.startsWith('ال') !== true) return undefined;
  const quoted = /^["»”')]$/.test(tokens[first - 1]?.form.text ?? '');
  const base = ending.get(quoted ? first - 1 : first);
  // Behind its bare name the nationality may be that of the place: "في إنجرليك التركية".
  const called = base && HEADS.test(tokens[base.first]?.form.fold ?? '');
  return called && base.sentence === sentence ? base : undefined;
}

const BELONGING = wordSet('التابعة التابع تابعة تابع');

/** Whose a base is said to be: "قاعدة حميميم التابعة للجيش الروسي". */
function ownerOf({ document, mentions }: Recognition, base: EntityMention): EntityMention | undefined {
  const { tokens } = document;
  if (!BELONGING.has(tokens[base.last]?.form.fold ?? '')) return undefined;
  const first = base.last + 1;
  // "للجيش الروسي", "للقوات الأميركية": the name may stand behind the noun for the forces.
  if (tokens[first]?.sentence !== base.sentence || !tokens[first]?.form.fold.startsWith('ل'))
    return undefined;
  return mentions.find(
    ({ entity, first: own, inside, attached }) =>
      (own === first || own === first + 1) &&
      !inside &&
      !attached &&
      (entity.type === 'country' || entity.type === 'organization'),
  );
}

/** The country that the words behind a base put it in. */
function placeOf({ document, mentions }: Recognition, base: EntityMention): EntityMention | undefined {
  const { tokens } = document;
  let place = false;
  for (let index = base.last; index < base.last + 6; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== base.sentence) return undefined;
    const country = mentions.find(({ first, entity }) => first === index && entity.type === 'country');
    if (country)
      return country.kind !== 'demonym' && (place || token.form.fold.startsWith('ب')) ? country : undefined;
    if (PLACE.has(token.form.fold)) place = true;
    else if (!place || token.form.kind === 'punctuation') return undefined;
  }
  return undefined;
}
