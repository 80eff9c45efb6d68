import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { safeLink } from '../../src/viewer/data/decode.js';
import { plain } from '../../src/viewer/text/bidi.js';
import { buildGraph } from './support/builder.js';
import { largeGraph } from './support/large-graph.js';
import { pageText } from './support/page-file.js';
import { smallGraph } from './support/small-graph.js';

describe('the page file', () => {
  let text = '';
  beforeAll(async () => {
    text = await pageText(smallGraph(), { title: 'أسبوع <أخبار>' });
  });

  it('is one file of less than 1.5 MB that names no other', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(1_500_000);
    expect(text).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/);
  });
  it('allows its own program and style only', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const script = /<script>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '';
    expect(policy).toContain(createHash('sha256').update(script).digest('base64'));
  });
  it('escapes its title', () => expect(text).toContain('<title>أسبوع &lt;أخبار&gt;</title>'));
  it('holds a sentence that backs two ties once', () => {
    expect(text.split('وتشارك السعودية وقطر وسائر أعضاء').length - 1).toBe(1);
  });
  it('holds the flags of its own countries only', () => {
    const data = JSON.parse(/id="graph">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '');
    expect(Object.keys(data.flags)).toContain('RU');
    expect(Object.keys(data.flags)).not.toContain('BR');
  });
});

describe('a large page', () => {
  it('carries its data packed, whole, and several times smaller', async () => {
    const text = await pageText(largeGraph({ nodes: 1000, edges: 5000 }));
    const packed = /id="graph" data-packed="deflate-raw base64">([\w+/=]*)<\/script>/.exec(text)?.[1] ?? '';
    const json = inflateRawSync(Buffer.from(packed, 'base64')).toString();
    expect(JSON.parse(json).edges).toHaveLength(5000);
    expect(packed.length).toBeLessThan(json.length / 3);
  });
});

describe('hostile text', () => {
  const evil = '</script><script>alert(1)</script><!--';
  const graph = buildGraph(
    {
      a: { label: evil, labelEn: evil, type: 'leader' },
      b: { label: 'ب'.repeat(1_000_000), labelEn: 'b', type: 'country' },
    },
    { A: { title: evil, url: 'javascript:alert(1)' } },
    [{ subject: 'a', type: 'visits', object: 'b', article: 'A', text: `${evil} ${'ك'.repeat(1_000_000)}` }],
  );
  it('can not leave its element', async () => {
    const text = await pageText(graph);
    expect(text.match(/<script/g)?.length).toBe(3);
    expect(text).not.toContain('alert(1)</script>');
  });
  it('is cut to a length that can be read', async () =>
    expect((await pageText(graph)).length).toBeLessThan(900_000));
  it('gives no link but to the web', () => {
    expect(safeLink('javascript:alert(1)')).toBeUndefined();
    expect(safeLink('data:text/html,x')).toBeUndefined();
    expect(safeLink('https://example.org/a')).toBe('https://example.org/a');
  });
  it('loses its direction overrides', () => expect(plain('أ\u202Eب\u2066ج\u0000')).toBe('أبج '));
});

describe('limits', () => {
  it('keep the strongest ties and tell what is left out', async () => {
    const text = await pageText(largeGraph({ nodes: 60, edges: 400 }), { limits: { nodes: 50, edges: 100 } });
    const data = JSON.parse(/id="graph">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '');
    expect(data.nodes).toHaveLength(50);
    expect(data.edges).toHaveLength(100);
    expect(data.left.nodes).toBe(10);
    expect(data.left.edges).toBe(300);
  });
});
