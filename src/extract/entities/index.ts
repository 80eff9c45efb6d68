import { splitSentences } from '../../language/arabic/sentences.js';
import { tokenize, Vocabulary } from '../../language/arabic/tokens.js';
import { type Article, fullText } from '../../model.js';
import type { Schema } from '../../schema/types.js';
import type { Document, EntityMention, OfficeMention, Recognition } from '../document.js';
import { makeMention } from '../mention.js';
import { nameAgencies } from './agencies.js';
import { findAppointments } from './appointments.js';
import { findBases } from './bases.js';
import { joinBodies } from './bodies.js';
import { findCentralBanks } from './central-banks.js';
import { findCityPolice } from './city-police.js';
import { createWordClasses } from './classes.js';
import { resolveCoalitions } from './coalitions.js';
import { findCommittees } from './committees.js';
import { confirmBodies } from './confirm.js';
import { resolveReferences } from './coreference.js';
import { findDefiniteBodies } from './definite.js';
import { followNames } from './follow.js';
import { findFoundations } from './foundations.js';
import { resolveBodies } from './homes.js';
import { findKunyas } from './kunyas.js';
import { compileLexicon } from './lexicon.js';
import { dropLoneNames } from './lone-names.js';
import { createMarker } from './marks.js';
import { findMinistries } from './ministries.js';
import { findMissions } from './missions.js';
import { findNamelessBases } from './nameless.js';
import { findOrganizations } from './organizations.js';
import { findOwnedOffices } from './owned-offices.js';
import { findPairedMinistries } from './paired-ministries.js';
import { findPartisans } from './partisans.js';
import { findPeople } from './people.js';
import { dropPlaces } from './places.js';
import { findQuotedBodies } from './quoted-bodies.js';
import { findRealms } from './realms.js';
import { settleRivals } from './rivals.js';
import { findRulers } from './rulers.js';
import { joinSameNames } from './same-names.js';
import { scan } from './scan.js';
import { findUnits } from './units.js';
import type { Item, Work } from './work.js';

export type Recognizer = (article: Article) => Recognition;

/** Makes a recognizer of the entities in an article. Compiling the schema takes a moment; keep the recognizer. */
export function createRecognizer(schema: Schema, vocabulary = new Vocabulary()): Recognizer {
  const lexicon = compileLexicon(schema, vocabulary);
  const classes = createWordClasses(vocabulary);
  const mark = createMarker(lexicon, classes);
  return article => {
    const document = createDocument(article, vocabulary);
    const { starting, marked } = mark(document.tokens);
    const work: Work = {
      document,
      lexicon,
      classes,
      starting,
      marked,
      items: [],
      namesakes: new Set(),
      at: new Array(document.tokens.length),
    };
    const shorts = scan(work);
    findRealms(work);
    findMinistries(work);
    findPairedMinistries(work);
    joinBodies(work);
    findCityPolice(work);
    nameAgencies(work);
    findCentralBanks(work);
    findCommittees(work);
    findFoundations(work);
    findUnits(work);
    findMissions(work);
    dropPlaces(work);
    findBases(work);
    findNamelessBases(work);
    findOrganizations(work);
    findDefiniteBodies(work);
    findRulers(work);
    findPeople(work);
    findPartisans(work);
    findKunyas(work);
    findOwnedOffices(work);
    findAppointments(work);
    settleRivals(work);
    followNames(work, shorts);
    findQuotedBodies(work);
    dropLoneNames(work);
    joinSameNames(work);
    confirmBodies(work);
    resolveBodies(work);
    resolveCoalitions(work);
    resolveReferences(work);
    return finish(work);
  };
}

function createDocument(article: Article, vocabulary: Vocabulary): Document {
  const text = fullText(article);
  const tokens = tokenize(text, vocabulary);
  const sentences = splitSentences(text, tokens);
  const end = article.title.length;
  let titleSentences = 0;
  while ((sentences[titleSentences]?.start ?? Number.POSITIVE_INFINITY) < end) titleSentences++;
  return { article, text, tokens, sentences, titleSentences };
}

/** The mentions and offices that stand at the end. */
function finish(work: Work): Recognition {
  const { document } = work;
  const made = new Map<Item, EntityMention>();
  const items = work.items.filter(item => !item.dropped);
  items.sort(
    (a, b) =>
      a.first - b.first || b.last - a.last || Number(a.inside !== undefined) - Number(b.inside !== undefined),
  );
  const mentions: EntityMention[] = [];
  const make = (item: Item): EntityMention | undefined => {
    if (!item.entity || item.dropped || item.entity.type === 'private') return undefined;
    const known = made.get(item);
    if (known) return known;
    const outer = item.inside && item.inside !== item ? make(item.inside) : undefined;
    const mention = makeMention({
      entity: item.entity,
      first: item.first,
      last: item.last,
      start: item.start,
      end: document.tokens[item.last - 1]?.end ?? item.start,
      kind: item.mention,
      sentence: document.tokens[item.first]?.sentence ?? 0,
      inside: outer,
      attached: item.attached,
      presumed: item.presumed,
    });
    made.set(item, mention);
    return mention;
  };
  for (const item of items) {
    if (item.kind === 'office' || item.kind === 'title') continue;
    const mention = make(item);
    if (mention) mentions.push(mention);
  }
  const offices: OfficeMention[] = [];
  for (const item of items) {
    if (item.kind !== 'office' || !item.office || item.dual) continue;
    const holder = item.holder ? made.get(item.holder) : undefined;
    const reference = item.reference ? made.get(item.reference) : undefined;
    const end = document.tokens[item.last - 1]?.end ?? item.start;
    offices.push({
      office: item.office,
      title: document.text.slice(item.start, end),
      first: item.first,
      last: Math.max(item.last, item.end ?? 0),
      holder,
      reference,
      of: item.of,
      ofUnnamed: !item.of && (item.ofUnnamed || item.noun !== undefined),
      former: item.former,
      sentence: document.tokens[item.first]?.sentence ?? 0,
    });
  }
  return { document, mentions, offices, known: work.lexicon.ties };
}
