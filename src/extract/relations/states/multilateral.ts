import type { Vocabulary } from '../../../language/arabic/tokens.js';
import type { Entity } from '../../../model.js';
import type { EntityMention, Recognition } from '../../document.js';
import { type Finding, OF_STATE, objectOf } from './finding.js';
import { createContexts, type Meeting } from './multilateral/context.js';
import { createWordsReader, type Words } from './multilateral/gatherings.js';
import { nationalityLists } from './multilateral/nationalities.js';
import { type Party, type PartyList, partyLists } from './multilateral/parties.js';
import { READINGS } from './multilateral/readings.js';

const FEWEST = 3;
const MOST = 24;
/** Of more, each is said to take part with the hosts, not with every other guest. */
const MOST_OF_ALL = 5;
const CONFIDENCE = 0.75;
/** Words around a list and its gathering in which a cancellation or a refusal counts. */
const AROUND = 3;
/** Words before and behind a list that may say that the gathering is to be. */
const BEFORE = 12;
const BEHIND = 8;

/**
 * Who takes part in an exercise or in talks of three and more, where they are listed: "مناورات بمشاركة قوات من مصر
 * والأردن والعراق", "القمة التي تضم إيران وروسيا وتركيا", and "تشارك فيها مصر والأردن والعراق" in a later sentence.
 */
export function createMultilateralFinder(vocabulary: Vocabulary): (recognition: Recognition) => Finding[] {
  const wordsOf = createWordsReader(vocabulary);
  return recognition => findMultilateral(recognition, wordsOf(recognition.document));
}

function findMultilateral(recognition: Recognition, words: Words): Finding[] {
  if (words.telling.size === 0) return [];
  const lists = [...partyLists(recognition, words), ...nationalityLists(recognition, words)];
  const contextOf = createContexts(words, lists);
  const named = new Map<number, number>();
  for (const { sentence, parties } of lists) named.set(sentence, (named.get(sentence) ?? 0) + parties.length);
  const found = lists.flatMap(list => {
    if (list.parties.length < 2 && (named.get(list.sentence) ?? 0) < FEWEST) return [];
    const context = contextOf(list);
    for (const read of READINGS) {
      const meeting = read(context);
      if (meeting) return findingsOf(list, meeting, words, recognition);
    }
    return [];
  });
  return found.filter(isFirst()).filter(isNotOfLeaders(found));
}

function findingsOf(list: PartyList, meeting: Meeting, words: Words, recognition: Recognition): Finding[] {
  const isExercise = meeting.kind === 'exercise';
  const hosts = hostsOf(list, meeting);
  const parties = distinct([...hosts, ...list.parties], isExercise);
  if (parties.length < FEWEST || parties.length > MOST || !parties.some(isKnown)) return [];
  const modality = modalityOf(list, meeting, words, recognition);
  if (!modality) return [];
  const centre = isOneToMany(parties, meeting)
    ? parties.slice(0, 1)
    : parties.length > MOST_OF_ALL
      ? centreOf(parties, hosts, recognition)
      : parties;
  return pairsOf(parties, centre, meeting).map(([subject, object]) => {
    const areLeaders = isLeader(subject) && isLeader(object);
    return {
      subject,
      type: isExercise ? 'holds_exercise_with' : areLeaders ? 'meets' : 'negotiates_with',
      object,
      modality,
      confidence: CONFIDENCE,
      rule: isExercise ? 'exercise-of-many' : 'talks-of-many',
      sentence: list.sentence,
    };
  });
}

/** Nothing where the words around say that it was called off, or that they stay away. */
function modalityOf(
  list: PartyList,
  { first, last }: Meeting,
  words: Words,
  { document }: Recognition,
): 'actual' | 'planned' | undefined {
  const { first: from = 0, last: to = 0 } = document.sentences[list.sentence] ?? {};
  const start = Math.max(from, first - AROUND);
  const end = Math.max(last, list.last);
  if (words.isCalledOff(start, Math.min(to, end + AROUND))) return undefined;
  const isAhead =
    words.isAhead(start, list.first) ||
    words.isAhead(list.last, last) ||
    words.isToCome(Math.max(from, first - BEFORE), first) ||
    words.isToCome(end, Math.min(to, end + BEHIND));
  return isAhead ? 'planned' : 'actual';
}

/** Without those for whom others are listed: a country for its army, an alliance for its members. */
function hostsOf({ parties }: PartyList, { kind, others }: Meeting): readonly Party[] {
  return others.filter(({ mention: { entity } }) => {
    if (kind === 'exercise' && entity.type === 'organization' && entity.subtype !== 'armed-force')
      return false;
    const isBodyOf = ({ mention: { entity: body } }: Party) =>
      body.type === 'organization' && entity.iso !== undefined && body.country === entity.iso;
    return !parties.some(isBodyOf);
  });
}

const isLeader = ({ entity }: EntityMention) => entity.type === 'leader';

/** Strangers in a list of nothing but names are rather the staff of a paper or a hospital. */
const isKnown = ({ mention }: Party) => !isLeader(mention) || mention.entity.known;

/** Each party once; leaders hold no exercises. */
function distinct(listed: readonly Party[], isExercise: boolean): Party[] {
  const parties = new Map<string, Party>();
  for (const party of listed) {
    const { id } = party.mention.entity;
    if (!parties.has(id) && !(isExercise && isLeader(party.mention))) parties.set(id, party);
  }
  return [...parties.values()];
}

const areSided = (parties: readonly Party[]) => parties.some(({ side }) => side !== parties[0]?.side);

/** "مفاوضات بين إيران وألمانيا وفرنسا وبريطانيا": of so many, the first talks with the others. */
function isOneToMany(parties: readonly Party[], { sided }: Meeting): boolean {
  return (
    sided &&
    parties.length > FEWEST &&
    !areSided(parties) &&
    !parties.every(({ mention }) => isLeader(mention))
  );
}

/** Those who hold it, else the one of whom the article says most. */
function centreOf(
  parties: readonly Party[],
  hosts: readonly Party[],
  { mentions }: Recognition,
): readonly Party[] {
  if (hosts.length > 0) return parties.filter(party => hosts.includes(party));
  const counts = parties.map(({ mention: { entity: own } }) => {
    const isOf = ({ entity }: EntityMention) =>
      entity.id === own.id || (own.iso !== undefined && entity.country === own.iso);
    return mentions.filter(isOf).length;
  });
  const most = Math.max(...counts);
  return most > 1 ? parties.filter((_, index) => counts[index] === most) : parties;
}

/** Every two of the parties of which one is in the centre, or of those on different sides. */
function pairsOf(
  parties: readonly Party[],
  centre: readonly Party[],
  { sided, mutual }: Meeting,
): [EntityMention, EntityMention][] {
  const isSided = sided && areSided(parties);
  const isDomestic = mutual && parties.every(({ mention }) => isLeader(mention));
  const isPair = (one: Party, other: Party) => {
    if (!isDomestic && isOwn(one.mention.entity, other.mention.entity)) return false;
    return isSided ? one.side !== other.side : centre.includes(one) || centre.includes(other);
  };
  return parties.flatMap((one, index) =>
    parties
      .slice(index + 1)
      .filter(other => isPair(one, other))
      .map((other): [EntityMention, EntityMention] => [one.mention, other.mention]),
  );
}

/** A country and its army or its minister, or two of its ministers; parties and groups may talk with their state. */
function isOwn(one: Entity, other: Entity): boolean {
  const isOfState = ({ type, subtype = '' }: Entity) => type !== 'organization' || OF_STATE.has(subtype);
  if (!isOfState(one) || !isOfState(other)) return false;
  const home = one.iso ?? one.country;
  return home !== undefined && home === (other.iso ?? other.country);
}

/** Whether a finding is not of two countries whose leaders are found to meet: it would say the same again. */
function isNotOfLeaders(found: readonly Finding[]): (finding: Finding) => boolean {
  const homesOf = (finding: Finding) =>
    [finding.subject.entity, objectOf(finding)]
      .map(({ iso, country = '' }) => iso ?? country)
      .sort()
      .join(' ');
  const met = new Set(found.filter(({ type }) => type === 'meets').map(homesOf));
  return finding =>
    finding.type !== 'negotiates_with' ||
    finding.subject.entity.type !== 'country' ||
    !met.has(homesOf(finding));
}

/** Whether a pair is found for the first time in its sentence. */
function isFirst(): (finding: Finding) => boolean {
  const known = new Set<string>();
  return finding => {
    const { subject, type, sentence } = finding;
    const ids = [subject.entity.id, objectOf(finding).id].sort();
    const key = `${ids.join(' ')} ${type} ${sentence}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  };
}
