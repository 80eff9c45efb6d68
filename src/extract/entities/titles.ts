import { wordSet } from '../../language/arabic/words.js';
import { drop } from './bodies.js';
import { groupOf } from './group-adjectives.js';
import { PLACED_OFFICES } from './holders.js';
import { isOrdinary } from './names.js';
import { addOffice, type Principal, principalOf } from './principals.js';
import { kingdomOf } from './royal-titles.js';
import { concernEnd, goesOnWithPortfolio, isActing, isNounOfBody } from './title-parts.js';
import { bodyInQuotes, quotedBody } from './title-quotes.js';
import { type Item, isCommaAt, type Work } from './work.js';
import { setWorldSender } from './world-envoys.js';

/** "سفير مملكة الدنمارك": nouns before the name of a state. */
const STATES = wordSet('مملكة جمهورية دولة سلطنة إمارة');
const GENERAL = /^(العام|المشترك)ه?$/;
/** "الرئيس الأميركي حينذاك فلان". */
const THEN = wordSet('آنذاك حينذاك حينها وقتها وقتذاك آنئذ حينئذ يومها');
/** "السفير اليوناني لديها فلان". */
const WITH_IT = wordSet('لديها لديه لديهم لدينا');
const LINKS = new Set(['في', 'لدي', 'الي', 'علي', 'من', 'عن', 'باسم']);

/** Offices of one side at another, whom "لدى" and the like name: "مندوب روسيا لدى الأمم المتحدة" is Russia's. */
const AT_ANOTHER = new Set([
  'ambassador',
  'envoy',
  'consul',
  'military-attache',
  'attache',
  'permanent-representative',
  'deputy-permanent-representative',
  'humanitarian-coordinator',
]);
const TOWARDS = new Set(['لدي', 'الي', 'في']);

/** Offices that are held in a country or at one: "السفير الأميركي لدى سوريا". */
const SENT_OFFICES = new Set([...AT_ANOTHER, 'commander', 'high-representative']);

/** What stands around a title. */
export interface Title {
  /** Index of the token after the title with its adjectives and its country or body. */
  readonly end: number;
  readonly ofs: readonly Item[];
  readonly former: boolean;
  /** An office right behind it, such as a rank. */
  readonly next?: Item;
  /** The leader whom the office serves. */
  readonly principal?: Principal;
  /** Token of the noun that stands for its body: "رئيس الحركة". */
  readonly noun?: number;
}

export function setOf(work: Work, office: Item, title: Title): void {
  if (title.former) office.former = true;
  if (title.principal) {
    const { leader, office: own, served } = title.principal;
    const behind = work.document.tokens[office.last]?.form;
    if (behind && work.classes(behind).former) office.former = true;
    const adviser = work.lexicon.offices.get('adviser');
    if (office.office?.id === 'chancellor' && adviser) office.office = adviser;
    const of = own?.of ?? work.lexicon.country(leader.entity?.country ?? '');
    if (of) office.of = of;
    const theirs = served && work.lexicon.offices.get(served);
    if (of && theirs) addOffice(work, office, theirs, title.principal, of);
    else if (own?.ofItem) office.ofItem = own.ofItem;
    office.end = title.end;
    return;
  }
  if (setWorldSender(work, office, title.end)) {
    office.end = title.end;
    return;
  }
  const body = title.ofs.find(item => item.kind === 'organization' || item.kind === 'body');
  const country = title.ofs.find(item => item.entity?.iso);
  const kind = office.office?.of;
  // "مبعوث الأمم المتحدة لسوريا": the sender stands first.
  const sender = AT_ANOTHER.has(office.office?.id ?? '') ? title.ofs[0] : undefined;
  const of = sender ?? (kind === 'country' ? (country ?? body) : (body ?? country));
  if (of?.entity) office.of = of.entity;
  else if (of) office.ofItem = of;
  else if (title.noun !== undefined) office.noun = title.noun;
  else if (isOfUnnamed(work, office)) office.ofUnnamed = true;
  if (title.end > office.last) office.end = title.end;
  // "الرئيس العام لرعاية الشباب", "الرئيسة المشتركة للحزب" preside over no country.
  if (
    !of &&
    office.office?.id === 'president' &&
    GENERAL.test(work.document.tokens[office.last]?.form.fold ?? '')
  )
    office.ofUnnamed = true;
  const { offices } = work.lexicon;
  const id = office.office?.id ?? '';
  if (id.startsWith('former-')) {
    office.former = true;
    const current = offices.get(id.slice('former-'.length));
    if (current) office.office = current;
  }
  // The head of a body is no president of a country.
  const headsBody = of ? !of.entity?.iso && of.kind !== 'demonym' : (office.noun ?? office.ofUnnamed);
  if (/^(former-)?president$/.test(id) && headsBody) {
    const head = offices.get('head');
    if (head) office.office = head;
  }
}

/** Reads on behind a title: adjectives, nationality, body. */
export function parseTitle(work: Work, office: Item): Title {
  const { tokens } = work.document;
  const ofs: Item[] = [];
  let former = false;
  let noun: number | undefined;
  const principal = principalOf(work, office);
  let end = principal?.leader.last ?? office.last;
  const sentence = tokens[office.first]?.sentence;
  const atAnother = AT_ANOTHER.has(office.office?.id ?? '');
  const host = work.at[end];
  if (atAnother && host?.first === end && TOWARDS.has(tokens[end - 1]?.form.fold ?? '')) end = host.last;
  for (let step = 0; step < 10; step++) {
    const token = tokens[end];
    if (!token || token.sentence !== sentence) break;
    const item = work.at[end];
    if (item) {
      if (item.first !== end) break;
      if (item.conjunction) break;
      if (item.kind === 'leader') break;
      if (item.kind === 'body' && isActing(work, end)) {
        end = item.last;
        drop(work, item);
        continue;
      }
      const sender = atAnother && ofs.length === 0 ? kingdomOf(work, item) : undefined;
      if (sender) {
        ofs.push(sender);
        end = item.last;
        const other = work.at[end + 1];
        if (TOWARDS.has(tokens[end]?.form.fold ?? '') && other?.first === end + 1) end = other.last;
        continue;
      }
      // "مبعوثه الخاص باليمن": the place, not the sender.
      if (atAnother && item.proclitic === 'ب' && item.entity?.iso) {
        end = item.last;
        continue;
      }
      if (item.kind === 'office' || item.kind === 'title')
        return {
          end,
          ofs,
          former,
          next: item,
          ...(principal && { principal }),
          ...(noun !== undefined && { noun }),
        };
      // "المتحدث باسم الوزارة لوكالة الأنباء": the noun has said whose it is.
      if (noun !== undefined) break;
      if (
        item.kind === 'demonym' ||
        item.kind === 'country' ||
        item.kind === 'organization' ||
        item.kind === 'body' ||
        item.kind === 'base' ||
        // "مندوب موسكو لدى الأمم المتحدة"
        (atAnother && ofs.length === 0 && (item.kind === 'capital' || item.kind === 'seat')) ||
        // "عمدة لندن", "والي الخرطوم"
        (item.kind === 'capital' && PLACED_OFFICES.has(office.office?.id ?? '')) ||
        // "المتحدث باسم البيت الأبيض"
        (item.kind === 'seat' && ofs.length === 0 && !item.proclitic)
      ) {
        ofs.push(item);
        end = item.last;
        continue;
      }
      break;
    }
    const cls = work.classes(token.form);
    if (cls.former || (THEN.has(token.form.fold) && !/^و/.test(tokens[end + 1]?.form.fold ?? ''))) {
      former = true;
      end++;
      continue;
    }
    if (cls.titleAdjective && !cls.name) {
      end++;
      continue;
    }
    if (goesOnWithPortfolio(work, office, end, ofs)) {
      end++;
      continue;
    }
    const concern = concernEnd(work, end, principal !== undefined && end === principal.leader.last);
    if (concern !== undefined) {
      end = concern;
      continue;
    }
    const named = ofs.length === 0 ? bodyInQuotes(work, end) : undefined;
    if (named) {
      ofs.push(named);
      end = named.last + 1;
      continue;
    }
    // "المتحدث باسم قوات التحالف"
    const nounAt = token.form.fold === 'قوات' ? end + 1 : end;
    if (noun === undefined && ofs.length === 0 && isNounOfBody(work, nounAt)) {
      noun = nounAt;
      end = nounAt + 1;
      continue;
    }
    const group = ofs.length === 0 ? groupOf(work, office, end) : undefined;
    if (group) {
      ofs.push(group);
      end++;
      continue;
    }
    if (describesBody(work, end, ofs)) {
      end++;
      continue;
    }
    if (STATES.has(token.form.fold) && work.at[end + 1]?.kind === 'country') {
      end++;
      continue;
    }
    if (atAnother && ofs.length > 0 && WITH_IT.has(token.form.fold)) {
      end++;
      continue;
    }
    const quoted = quotedBody(work, end, ofs, noun);
    if (quoted !== undefined) {
      const other = work.at[end + 1];
      if ((noun !== undefined || ofs.at(-1)?.kind === 'body') && other) ofs.unshift(other);
      end = quoted;
      continue;
    }
    const next = work.at[end + 1];
    if (
      LINKS.has(token.form.fold) &&
      ofs.length === 0 &&
      noun === undefined &&
      (bodyInQuotes(work, end + 1) ?? isNounOfBody(work, end + 1))
    ) {
      end++;
      continue;
    }
    if (
      LINKS.has(token.form.fold) &&
      next?.first === end + 1 &&
      (next.kind === 'organization' ||
        next.kind === 'body' ||
        (next.entity?.iso !== undefined && SENT_OFFICES.has(office.office?.id ?? '')))
    ) {
      end++;
      if (atAnother && TOWARDS.has(token.form.fold)) end = next.last;
      continue;
    }
    break;
  }
  return { end, ofs, former, ...(principal && { principal }), ...(noun !== undefined && { noun }) };
}

/** "شبكة سي إن إن الإخبارية", "الحزب الديمقراطي المعارض": an adjective of the body that the title names. */
function describesBody(work: Work, index: number, ofs: readonly Item[]): boolean {
  const body = ofs.at(-1);
  const form = work.document.tokens[index]?.form;
  if (form?.kind !== 'word' || body?.kind !== 'organization' || body.last !== index) return false;
  const cls = work.classes(form);
  if (cls.prefixLength > 0 || cls.name || cls.honorific || cls.rank || cls.privateTitle) return false;
  if (!/^ال.{3,}(ي|يه)$/.test(form.fold) || !isOrdinary(form)) return false;
  // "الموالية لإيران" goes on.
  const next = work.at[index + 1];
  return next?.kind === 'leader' || next?.kind === 'title' || isCommaAt(work, index + 1);
}

/** Offices of bodies whose title in the construct state goes on with a body that no list knows: "رئيس دائرة التخطيط". */
function isOfUnnamed(work: Work, office: Item): boolean {
  const { office: entry, last, definite } = office;
  // "رئيس البلاد" is of one.
  if (entry?.id === 'president' && last - office.first > 1) return false;
  if (!entry || definite || (entry.of !== 'organization' && !OF_SOMETHING.has(entry.id))) return false;
  const token = work.document.tokens[last];
  if (token?.form.kind !== 'word' || token.sentence !== work.document.tokens[office.first]?.sentence)
    return false;
  if (work.at[last]) return false;
  const cls = work.classes(token.form);
  return cls.common && !cls.former && !cls.titleAdjective && !cls.honorific && !cls.rank && !cls.name;
}

const OF_SOMETHING = new Set(['president', 'committee-chair', 'chief-executive', 'chief-of-staff-office']);
