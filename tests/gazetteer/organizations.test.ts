import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type {
  BaseEntry,
  NodeTypeDefinition,
  OrganizationEntry,
  StateBodyEntry,
} from '../../src/schema/types.js';

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../graph-schema/${name}`, import.meta.url), 'utf8')) as T;

const organizations = read<OrganizationEntry[]>('gazetteer/organizations.json');
const bases = read<BaseEntry[]>('gazetteer/bases.json');
const stateBodies = read<StateBodyEntry[]>('gazetteer/state-bodies.json');
const subtypes = (type: string): string[] =>
  (read<NodeTypeDefinition[]>('node-types.json').find(entry => entry.type === type)?.subtypes ?? []).map(
    subtype => subtype.id,
  );
const organizationIds = new Set(organizations.map(entry => entry.id));

describe('the gazetteer of organizations and bases', () => {
  it.each([
    ['organizations', organizations],
    ['bases', bases],
    ['state bodies', stateBodies],
  ])('gives every entry of the %s its own id', (_, entries) => {
    expect(repeated(entries.map(entry => entry.id))).toEqual([]);
  });

  it('uses only subtypes that the node types define', () => {
    expect(
      [...organizations, ...stateBodies].filter(entry => !subtypes('organization').includes(entry.subtype)),
    ).toEqual([]);
    expect(bases.filter(entry => !subtypes('base').includes(entry.subtype))).toEqual([]);
  });

  it('gives a Wikidata item to one organization only', () => {
    const items = organizations.flatMap(({ wikidata }) => (wikidata ? [wikidata] : []));
    expect(items.length).toBeGreaterThan(50);
    expect(new Set(items).size).toBe(items.length);
  });

  it('lets no two organizations share a name that stands alone', () => {
    expect(shared(organizations)).toEqual([]);
  });

  it('lets no two bases of one country share a name: their country tells others apart', () => {
    const countries = new Set(bases.map(({ country }) => country));
    const within = [...countries].flatMap(iso => shared(bases.filter(({ country }) => country === iso)));
    expect(within).toEqual([]);
  });

  it('refers only to organizations and countries that exist', () => {
    const parents = organizations.flatMap(entry => entry.parent ?? []);
    const known = stateBodies.flatMap(entry => Object.values(entry.known ?? {}));
    const operators = bases.flatMap(entry => entry.operators).filter(id => id.startsWith('org:'));
    expect([...parents, ...known, ...operators].filter(id => !organizationIds.has(id))).toEqual([]);

    const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const codes = [
      ...[...organizations, ...bases].flatMap(entry => entry.country ?? []),
      ...stateBodies.flatMap(entry => Object.keys(entry.known ?? {})),
      ...bases.flatMap(entry =>
        entry.operators.filter(id => id.startsWith('country:')).map(id => id.slice(8)),
      ),
    ];
    expect(codes.filter(code => regions.of(code) === undefined)).toEqual([]);
  });

  it('places bases on the globe', () => {
    const astray = bases.filter(
      ({ coordinates }) =>
        coordinates && !(Math.abs(coordinates[0]) <= 90 && Math.abs(coordinates[1]) <= 180),
    );
    expect(astray).toEqual([]);
  });

  it('knows the same body by its many names', () => {
    expect(namesOf('org:nato')).toEqual(expect.arrayContaining(['حلف شمال الأطلسي', 'الناتو', 'NATO']));
    expect(namesOf('org:islamic-state')).toEqual(expect.arrayContaining(['داعش', 'تنظيم الدولة الإسلامية']));
    expect(namesOf('base:t4-tiyas')).toEqual(
      expect.arrayContaining(['مطار التيفور العسكري', 'قاعدة تي فور']),
    );
  });

  it('keeps names that are also plain words for places where a cue stands before them', () => {
    expect(namesOf('org:al-qaeda')).not.toContain('القاعدة');
    expect(organizations.find(entry => entry.id === 'org:al-qaeda')?.short?.ar).toContain('القاعدة');
    expect(namesOf('org:asharq-al-awsat')).not.toContain('الشرق الأوسط');
  });

  it('sends the defence ministry of the United States to the Pentagon', () => {
    const defence = stateBodies.find(entry => entry.id === 'ministry-of-defence');
    expect(defence?.ar).toContain('وزارة الدفاع');
    expect(defence?.known?.US).toBe('org:pentagon');
  });
});

function namesOf(id: string): string[] {
  const entry = [...organizations, ...bases].find(candidate => candidate.id === id);
  return entry ? [entry.label.ar, entry.label.en, ...entry.aliases.ar, ...entry.aliases.en] : [];
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Arabic names that two entries claim, as the linker compares them: without variant letters, marks and quotes. */
function shared(entries: readonly (OrganizationEntry | BaseEntry)[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const entry of entries) {
    for (const name of [entry.label.ar, ...entry.aliases.ar].map(fold)) {
      owners.set(name, (owners.get(name) ?? new Set()).add(entry.id));
    }
  }
  return [...owners].filter(([, ids]) => ids.size > 1).map(([name, ids]) => `${name}: ${[...ids].join(' ')}`);
}

function fold(name: string): string {
  return name
    .replace(/[\u064b-\u065f\u0640«»"()]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .trim();
}
