// Writes graph-schema/gazetteer/offices.json and leaders.json from the compact lists in scripts/data.
// Run: node scripts/gazetteer-leaders.js
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readWikidata } from './gazetteer-names.js';

const root = new URL('..', import.meta.url);
const data = new URL('scripts/data/', root);
const gazetteer = new URL('graph-schema/gazetteer/', root);

/** People in the news who hold no office: their names are nobody else's, and they are no nodes. */
const PRIVATE = new Set(
  `winnie-mandela joaquin-guzman che-guevara jamal-khashoggi raif-badawi alaa-mubarak muath-al-kasasbeh fadi-al-batsh
  ahed-tamimi nadia-murad aisha-gaddafi abdelbasset-al-megrahi choi-soon-sil kim-jong-nam otto-warmbier mahatma-gandhi
  malala-yousafzai alexandre-benalla deniz-yucel george-soros oleg-sentsov arkady-babchenko shirin-ebadi bilal-erdogan
  yair-netanyahu gilad-shalit elor-azaria donald-trump-jr edward-snowden bob-woodward michael-avenatti viktor-bout
  sergei-skripal yulia-skripal`.split(/\s+/),
);

const feminine = new Map([
  ['رئيس', 'رئيسة'],
  ['وزير', 'وزيرة'],
  ['مستشار', 'مستشارة'],
  ['سفير', 'سفيرة'],
  ['مدير', 'مديرة'],
  ['متحدث', 'متحدثة'],
  ['ناطق', 'ناطقة'],
  ['نائب', 'نائبة'],
  ['مبعوث', 'مبعوثة'],
  ['موفد', 'موفدة'],
  ['مندوب', 'مندوبة'],
  ['ممثل', 'ممثلة'],
  ['منسق', 'منسقة'],
  ['مفوض', 'مفوضة'],
  ['زعيم', 'زعيمة'],
  ['حاكم', 'حاكمة'],
  ['مرشح', 'مرشحة'],
  ['عضو', 'عضوة'],
  ['سكرتير', 'سكرتيرة'],
  ['مساعد', 'مساعدة'],
  ['مسؤول', 'مسؤولة'],
]);

const wikidata = readWikidata(new URL('wikidata.txt', data));
const offices = readOffices();
const codes = new Map(offices.map(({ code, entry }) => [code, entry.id]));
write(
  'offices.json',
  offices.map(({ entry }) => entry),
);
const people = settleShared(readPeople());
write('leaders.json', people.map(toEntry));
console.log(`${offices.length} offices, ${people.length} leaders`);

function lines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((text, index) => ({ text: text.trim(), where: `${file.pathname.split('/').pop()}:${index + 1}` }))
    .filter(({ text }) => text && !text.startsWith('#'));
}

// ---------------------------------------------------------------- offices

function readOffices() {
  return lines(new URL('offices.txt', data)).map(({ text, where }) => {
    const [code, id, en, unique, of, body, titles, ...rest] = text.split('|');
    if (!titles || rest.length) throw new Error(`${where}: seven columns wanted`);
    const given = titles.split(',').map(title => title.trim());
    const entry = {
      id,
      label: { ar: given[0], en },
      ar: [...new Set(given.flatMap(titleForms))],
      of: { c: 'country', o: 'organization', a: 'any' }[of],
      ...(body ? { body } : {}),
      unique: unique === '1',
    };
    return { code, entry };
  });
}

/** The title, its feminine, and for a minister the indefinite form that stands before a country's name. */
function titleForms(title) {
  const words = title.split(' ');
  const forms = [title];
  const woman = feminine.get(words[0]);
  if (woman) forms.push([woman, ...words.slice(1)].join(' '));
  if (words[0] !== 'وزير') return forms;
  return forms.flatMap(form => [form, form.replace(/ (و?)ال/g, ' $1')]);
}

// ---------------------------------------------------------------- leaders

/**
 * A line is `English name | Arabic name | offices | more names`, under a header `[RU]` that gives the country.
 *
 * In the Arabic name, `a/b` are spellings of one word (underscores join words into one), and a mark before a word says
 * what the name from that word on may do: `*` denotes the person even alone, `~` only beside a title or after the full
 * name. Without a mark the last word is `~`. More names are separated by commas, `~` marks the short ones.
 * An office is `CODE[@of] [from]/[to]`, separated by semicolons; `of` is the country unless given.
 * The id is made from the English name; `slug=English name` sets another.
 */
function readPeople() {
  const folder = new URL('leaders/', data);
  const people = [];
  for (const name of readdirSync(folder).sort()) {
    let country = '';
    for (const { text, where } of lines(new URL(name, folder))) {
      const header = /^\[([A-Z]{2}|-)\]$/.exec(text);
      if (header) country = header[1] === '-' ? '' : header[1];
      else people.push(readPerson(text, country, where));
    }
  }
  return people;
}

function readPerson(text, section, where) {
  const [head, arabic, held = '', more = '', ...rest] = text.split('|').map(part => part.trim());
  if (!arabic || rest.length) throw new Error(`${where}: three or four columns wanted`);
  const [, own, slug, en] = /^(?:([A-Z]{2})>)?(?:([a-z0-9-]+)=)?(.+)$/.exec(head);
  const country = own ?? section;
  const { label, full, alone, short } = readName(arabic);
  const extra = more.split(',').map(name => name.trim());
  return {
    id: `leader:${slug ?? slugify(en)}`,
    where,
    label: { ar: label, en },
    full: [...full, ...extra.filter(name => name.includes(' ') && !/^~/.test(name))].flatMap(joinings),
    alone: [...alone, ...extra.filter(name => name && !name.includes(' ') && !/^~/.test(name))].flatMap(
      joinings,
    ),
    short: [...short, ...extra.filter(name => /^~/.test(name)).map(name => name.slice(1))].flatMap(joinings),
    country,
    offices: held ? held.split(';').map(term => readTerm(term.trim(), country, where)) : [],
  };
}

function readName(arabic) {
  const marked = arabic.split(/\s+/);
  const words = marked.map(word =>
    word
      .replace(/^[*~]/, '')
      .split('/')
      .map(form => form.replaceAll('_', ' ')),
  );
  const from = mark =>
    marked.flatMap((word, index) => (word.startsWith(mark) ? spell(words.slice(index)) : []));
  const unmarked = words.length > 1 && !marked.some(word => /^[*~]/.test(word));
  return {
    label: words.map(([first]) => first).join(' '),
    full: spell(words).filter(name => name.includes(' ')),
    alone: words.length > 1 || /^\*/.test(arabic) ? from('*') : [],
    short: unmarked ? spell(words.slice(-1)) : from('~'),
  };
}

/** Every way to spell the words, first spellings first. */
function spell(words) {
  return words.reduce(
    (heads, forms) => heads.flatMap(head => forms.map(form => `${head} ${form}`.trim())),
    [''],
  );
}

/** Names of servants of God are written in one word or two. */
function joinings(name) {
  const joined = name.replace(/(^|\s)عبد ال/g, '$1عبدال');
  return joined === name ? [name] : [name, joined];
}

function readTerm(text, country, where) {
  const match = /^([A-Z0-9]+)(?:@(\S+))?(?:\s+([\d-]*)\/([\d-]*))?$/.exec(text);
  const office = match && codes.get(match[1]);
  if (!office) throw new Error(`${where}: unknown office "${text}"`);
  const [, , body, from, to] = match;
  const of = body ? (/^[A-Z]{2}$/.test(body) ? `country:${body}` : `org:${body}`) : `country:${country}`;
  if (of === 'country:') throw new Error(`${where}: "${text}" is of no country`);
  return { office, of, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/** A common name, or one that two persons claim alone, denotes neither: it becomes short. */
function settleShared(people) {
  const owners = new Map();
  for (const { id, alone } of people)
    for (const name of new Set(alone.map(fold))) owners.set(name, [...(owners.get(name) ?? []), id]);
  const common = new Set(
    lines(new URL('common-names.txt', data)).flatMap(({ text }) => text.split(/\s+/).map(fold)),
  );
  const shared = name => common.has(fold(name)) || owners.get(fold(name)).length > 1;
  return people.map(person => ({
    ...person,
    alone: person.alone.filter(name => !shared(name)),
    short: [...person.short, ...person.alone.filter(shared)],
  }));
}

function toEntry({ id, label, full, alone, short, country, offices }) {
  const taken = new Set([fold(label.ar)]);
  const fresh = name => !taken.has(fold(name)) && taken.add(fold(name));
  const family = label.en.split(' ').pop();
  const aliases = {
    ar: [...alone, ...full].filter(fresh),
    en: alone.length && family !== label.en ? [family] : [],
  };
  const brief = short.filter(fresh);
  return {
    id,
    ...(wikidata.has(id) ? { wikidata: wikidata.get(id) } : {}),
    label,
    aliases,
    ...(brief.length ? { short: { ar: brief, en: [] } } : {}),
    ...(country ? { country } : {}),
    offices,
    ...(PRIVATE.has(id.replace('leader:', '')) ? { private: true } : {}),
  };
}

/** As the reader compares names: without marks, and with one form a letter. */
function fold(name) {
  return name
    .replace(/[\u064B-\u065F\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي');
}

function slugify(name) {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[đð]/g, 'd')
    .replace(/þ/g, 'th')
    .replace(/æ/g, 'ae')
    .replace(/ə/g, 'e')
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** One entry a line, so that a change shows as one line. */
function write(name, entries) {
  const text = `[\n${entries.map(entry => JSON.stringify(entry)).join(',\n')}\n]\n`;
  writeFileSync(new URL(name, gazetteer), text);
}
