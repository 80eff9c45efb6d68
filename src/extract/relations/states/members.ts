import { fold } from '../../../language/arabic/normalize.js';
import { CLOSING_QUOTES, isComma } from '../../../language/arabic/punctuation.js';
import { wordSet } from '../../../language/arabic/words.js';
import type { EntityMention, Recognition } from '../../document.js';
import { type Finding, namesOf } from './finding.js';
import { bracketAfter, COUNTED } from './lists.js';
import { isMembership } from './offices.js';

/** Who leads an alliance is a member of it: "التحالف الذي تقوده السعودية", "تحالف بقيادة فرنسا". */
const LED_BY = wordSet('تقوده تقودها يقوده بقيادة بزعامة تتزعمه تتزعمها');
/** What an alliance consists of: "المنظمة التي تضم روسيا والصين". */
const COMPRISES = wordSet('يضم تضم ويضم وتضم ضم تضمّ يضمّ');
/** The same with a preposition: "المجموعة المؤلفة من", "المبادرة التي تشارك فيها". */
const CONSISTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...['يتألف', 'تتألف', 'يتكون', 'تتكون', 'يتشكل', 'تتشكل', 'المؤلف', 'المؤلفة', 'المكون', 'المكونة'].map(
    word => [fold(word), wordSet('من')] as const,
  ),
  ...['يشارك', 'تشارك', 'تشترك'].map(word => [fold(word), wordSet('فيه فيها')] as const),
  ...['تهيمن', 'يهيمن'].map(word => [fold(word), wordSet('عليه عليها')] as const),
]);
const MEMBER = wordSet(
  'عضو العضو عضوا عضوة عضوان عضوين العضوان العضوتان العضوين عضوتان عضوتين العضوتين الأعضاء أعضاء',
);
const MEMBERS = wordSet('عضوان عضوين العضوان العضوتان العضوين عضوتان عضوتين العضوتين الأعضاء أعضاء عضوا');
/** Words between the members and what they are members of: "روسيا وأرمينيا بوصفهما عضوين في". */
const AS = wordSet('بوصفها بوصفه بوصفهما باعتبارها باعتبارهما باعتباره كونها كونهما وهما وهو وهي هما');
/** Words that may stand inside a list of members. */
const IN_LIST = wordSet(
  'حزب حزبي أحزاب حركة كل كلا من إلى الى جانب إضافة بالإضافة أيضا فضلا عن و كذلك دول دولة خصوصا وهي هي الأساس أساسا بشكل رئيسي أساسي',
);
/** Whom an alliance is against, not who is in it. */
const AGAINST = wordSet('ضد لمحاربة محاربة لمكافحة مكافحة لقتال قتال لهزيمة هزيمة على لدحر ومكافحة');
/** "دول التحالف", "أعضاء الاتحاد". */
const OF_MEMBERS = /^[وفبلك]{0,2}(دول|اعضا|حكومات|بلدان|قاده)$/;
/** How many words may say what the members are: "تضم المنظمة من بين أعضائها أربع دول من آسيا هي …". */
const LONGEST_COUNT = 14;
const NAMELY = wordSet('هي هم وهي وهم');
const PARTAKES = /^[وفبل]?(تشارك|يشارك|شاركت?|مشاركه)$/;
/** What kind of member: "عضوا كاملا في". */
const FULL = wordSet('كامل كاملا كاملة دائم دائما دائمة مؤسس مؤسسا مؤسسة فاعل فاعلا فاعلة المؤسس الدائم');
/** "ما زالت عضوا", "أصبحت عضوا". */
const STILL = /^(ي|ت)?زالت?$/;
const BECAME = /^(اصبحت?|باتت?|تعد|يعد|تعتبر|يعتبر|كانت?)$/;
const ADMITTING = /^[وبل]?(قبول|ضم|منح|اعتماد)$/;
/** Kinds of body that have members. */
const CLUBS = new Set([
  'alliance',
  'international',
  'party',
  'armed-group',
  'parliament',
  'state-body',
  'body',
  'movement',
]);

/** Membership that a title, a relative clause or an apposition states. */
export function findMembers(recognition: Recognition): Finding[] {
  const { document, mentions, offices } = recognition;
  const { tokens } = document;
  const names = namesOf(mentions);
  const at = new Map(names.map(mention => [mention.first, mention]));
  const ending = new Map(names.map(mention => [mention.last, mention]));
  const found: Finding[] = [];
  const add = (subject: EntityMention, object: EntityMention, rule: string) => {
    if (subject.entity.id === object.entity.id || object.entity.type !== 'organization') return;
    if (!CLUBS.has(object.entity.subtype ?? 'body')) return;
    const { sentence } = subject;
    found.push({ subject, type: 'member_of', object, modality: 'actual', confidence: 0.85, rule, sentence });
  };

  for (const office of offices) {
    if (!office.holder || !office.of || !isMembership(office)) continue;
    const { holder: subject, of: object, sentence } = office;
    found.push({
      subject,
      type: 'member_of',
      object,
      modality: office.former ? 'past' : 'actual',
      confidence: 0.9,
      rule: 'seat',
      sentence,
    });
  }
  for (const mention of mentions) {
    const body = mention.inside;
    if (
      mention.entity.type === 'country' &&
      body?.entity.subtype === 'alliance' &&
      body.entity.country === undefined
    ) {
      const before = tokens[mention.first - 1]?.form.fold ?? '';
      if (LED_BY.has(before)) for (const one of withPartner(mention)) add(one, body, 'leads-alliance');
    }
  }
  for (const body of names) {
    if (body.entity.type !== 'organization') continue;
    for (const member of comprised(body)) add(member, body, 'comprises');
    for (const member of membersBefore(body)) add(member, body, 'member-apposition');
    for (const member of foremost(body)) add(member, body, 'foremost-member');
    for (const member of participants(body)) add(member, body, 'takes-part');
  }
  return found;

  /** "دول التحالف وفي مقدمتها السعودية", "تدخلت السعودية على رأس التحالف": those at the head of an alliance. */
  function foremost(body: EntityMention): EntityMention[] {
    const { subtype } = body.entity;
    if (subtype !== 'alliance' && subtype !== 'international') return [];
    const form = (index: number) =>
      tokens[index]?.sentence === body.sentence ? (tokens[index]?.form.fold ?? '') : '';
    if (form(body.first - 1) === 'راس' && form(body.first - 2) === 'علي') {
      const leader = ending.get(body.first - 2);
      return leader?.entity.type === 'country' && leader.kind !== 'demonym' ? [leader] : [];
    }
    // What is in front has to be the members, not what the alliance does or has.
    if (!OF_MEMBERS.test(form(body.first - 1))) return [];
    let index = body.last;
    if (isComma(form(index))) index++;
    const head = form(index).replace(/^و/, '');
    if (
      !((head === 'في' && form(index + 1) === 'مقدمتها') || (head === 'علي' && form(index + 1) === 'راسها'))
    )
      return [];
    const list: EntityMention[] = [];
    for (index += 2; ; ) {
      const member = at.get(index);
      if (member?.entity.type !== 'country' || member.sentence !== body.sentence) return list;
      if (list.length > 0 && !isJoined(index)) return list;
      list.push(member);
      index = member.last;
      if (isComma(form(index))) index++;
    }
  }

  /** The members in the relative clause behind a body. */
  function comprised(body: EntityMention): EntityMention[] {
    let index = body.last;
    const form = (offset: number) => {
      const token = tokens[index + offset];
      return token?.sentence === body.sentence ? token.form.fold : '';
    };
    if (CLOSING_QUOTES.has(form(0))) index++;
    // "التحالف الدولي لمحاربة داعش بقيادة فرنسا"
    const foe = AGAINST.has(form(0)) ? at.get(index + 1) : undefined;
    if (foe?.entity.type === 'organization') index = foe.last;
    if (isComma(form(0))) index++;
    if (form(0) === 'الذي' || form(0) === 'التي') index++;
    if (LED_BY.has(form(0))) {
      if (body.entity.subtype !== 'alliance' && isFoe(body)) return [];
      const leader = at.get(index + 1);
      return leader && leader.entity.type !== 'leader' ? withPartner(leader) : [];
    }
    const bracket = /^[(]$/.test(form(0));
    const preposition = CONSISTS.get(form(0));
    if (preposition?.has(form(1))) index++;
    else if (opensList(body)) {
      const start = listStart(body.last, body.sentence);
      if (start === undefined) return [];
      index = start - 1;
    } else if (!COMPRISES.has(form(0)) && !bracket) return [];
    const list: EntityMention[] = [];
    for (index++; form(0) !== ''; ) {
      if (bracket && (/^[)]$/.test(form(0)) || at.get(index)?.entity.type !== 'country') && !isComma(form(0)))
        return list.length > 1 ? list : [];
      if (!bracket && COUNTED.test(form(0))) {
        const open = bracketAfter(document, at, index, body.sentence);
        if (open !== undefined) index = open + 1;
      }
      const member = at.get(index);
      if (member) {
        if (member.entity.type !== 'country' && member.entity.type !== 'organization') return list;
        if (list.length > 0 && !isJoined(index)) return list;
        list.push(member);
        index = member.last;
      } else if (IN_LIST.has(form(0)) || /^[،,:)"«»“”]$/.test(form(0))) index++;
      else return list;
    }
    return list;
  }

  /** "التحالف الذي تقوده السعودية والإمارات": the one that leads, and a country joined right behind. */
  function withPartner(leader: EntityMention): EntityMention[] {
    const other = at.get(leader.last);
    const joined =
      leader.entity.type === 'country' &&
      leader.kind !== 'demonym' &&
      other?.entity.type === 'country' &&
      other.kind === 'name' &&
      other.sentence === leader.sentence &&
      tokens[other.first]?.form.fold.startsWith('و') === true;
    return joined && other ? [leader, other] : [leader];
  }

  /** "تضم المنظمة روسيا والصين": the verb may stand before the body. */
  function opensList({ first, sentence }: EntityMention): boolean {
    const before = tokens[first - 1];
    return before?.sentence === sentence && COMPRISES.has(before.form.fold);
  }

  /** Where two members or more stand: right behind, or behind what they are and "namely". */
  function listStart(first: number, sentence: number): number | undefined {
    let index = first;
    if (!at.has(index)) {
      while (index < first + LONGEST_COUNT && !NAMELY.has(tokens[index]?.form.fold ?? '')) {
        if (tokens[index]?.form.kind === 'punctuation') return undefined;
        index++;
      }
      index++;
    }
    const member = at.get(index);
    if (member?.entity.type !== 'country' || member.sentence !== sentence) return undefined;
    const next = tokens[member.last]?.form.fold ?? '';
    return next.startsWith('و') || isComma(next) ? index : undefined;
  }

  /** "تشارك فرنسا في المعركة ضمن التحالف", "مشاركة قطر بالتحالف". */
  function participants(body: EntityMention): EntityMention[] {
    if (body.entity.subtype !== 'alliance' || body.kind === 'demonym') return [];
    const link = tokens[body.first - 1]?.form.fold ?? '';
    const inside = link === 'في' || link === 'ضمن' || tokens[body.first]?.form.fold.startsWith('ب');
    if (!inside) return [];
    for (let index = body.first - 1; index >= body.first - LONGEST_COUNT; index--) {
      if (tokens[index]?.sentence !== body.sentence) return [];
      const member = at.get(index + 1);
      if (PARTAKES.test(tokens[index]?.form.fold ?? '') && member)
        return member.entity.type === 'country' && member.kind !== 'demonym' ? [member] : [];
    }
    return [];
  }

  /** Behind a comma or with a conjunction. */
  function isJoined(index: number): boolean {
    const token = tokens[index];
    const before = tokens[index - 1]?.form.fold ?? '';
    return token?.form.fold.startsWith('و') === true || /^[،,(]$/.test(before) || IN_LIST.has(before);
  }

  /** "التحالف ضد داعش بقيادة فرنسا": France leads no Daesh. */
  function isFoe(body: EntityMention): boolean {
    return AGAINST.has(tokens[body.first - 1]?.form.fold ?? '') || body.entity.subtype === 'armed-group';
  }

  /** "قبول دولة فلسطين عضوا": it is none yet. */
  function isAdmitted({ first, sentence }: EntityMention): boolean {
    return [1, 2].some(back => {
      const token = tokens[first - back];
      return token?.sentence === sentence && ADMITTING.test(token.form.fold);
    });
  }

  /** "تركيا، العضو في حلف الناتو", "تركيا واليونان العضوتان": those before the word "member". */
  function membersBefore(body: EntityMention): EntityMention[] {
    let index = body.first - 1;
    if (tokens[index]?.form.fold === 'في') index--;
    if (FULL.has(tokens[index]?.form.fold ?? '')) index--;
    const word = tokens[index]?.form.fold ?? '';
    if (!MEMBER.has(word)) return [];
    index--;
    if (AS.has(tokens[index]?.form.fold ?? '')) index--;
    if (BECAME.test(tokens[index]?.form.fold ?? '')) index--;
    else if (STILL.test(tokens[index]?.form.fold ?? '')) index -= 2;
    if (isComma(tokens[index]?.form.text ?? '')) index--;
    const list: EntityMention[] = [];
    for (let member = ending.get(index + 1); member; member = ending.get(index + 1)) {
      if (member.sentence !== body.sentence || member.kind === 'demonym' || isAdmitted(member)) break;
      list.unshift(member);
      // "تركيا واليونان العضوتان"
      if (!MEMBERS.has(word) || tokens[member.first]?.form.fold.startsWith('و') !== true) break;
      index = member.first - 1;
      if (isComma(tokens[index]?.form.text ?? '')) index--;
    }
    return list;
  }
}
