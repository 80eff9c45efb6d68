import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser, openPage } from '../support/browser.js';
import { buildGraph } from '../support/builder.js';
import { largeGraph } from '../support/large-graph.js';
import { drawing, onPage } from '../support/on-page.js';
import { pageFile } from '../support/page-file.js';
import { smallGraph } from '../support/small-graph.js';

afterAll(closeBrowser);

describe('hostile text', () => {
  it('does no harm', async () => {
    const evil = '<img src=x onerror=alert(1)></script><script>alert(1)</script>\u202E';
    const graph = buildGraph(
      {
        a: { label: evil, labelEn: evil, type: 'leader', aliases: [evil] },
        b: { label: 'ب'.repeat(1_000_000), labelEn: 'b', type: 'country', x: 9 },
      },
      { A: { title: evil, source: evil, url: 'javascript:alert(1)' } },
      [{ subject: 'a', type: 'visits', object: 'b', article: 'A', text: `${evil} ${'ك'.repeat(1_000_000)}` }],
    );
    await onPage(await pageFile('evil', graph), { hash: 'lang=en&show=tie a visits b' }, async page => {
      expect(await page.locator('.statement').innerText()).toContain('<img src=x');
      expect(await page.locator('#reader img[src="x"], #reader a').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1600);
      const { svg } = await drawing(page);
      expect(svg).not.toContain('<img');
      expect(svg).not.toContain('\u202E');
    });
  });
});

describe('a page of a graph', () => {
  it('without any tie still shows its nodes', async () =>
    onPage(
      await pageFile('no-ties', buildGraph({ a: { label: 'أ', labelEn: 'A', type: 'country' } }, {}, [])),
      { hash: 'lang=en' },
      async page => {
        expect(await page.locator('#tally').innerText()).toContain('1 node');
        expect((await drawing(page)).discs.has('A')).toBe(true);
      },
    ));

  it('without anything says so and breaks nothing', async () =>
    onPage(await pageFile('empty', buildGraph({}, {}, [])), { hash: 'lang=en' }, async page => {
      expect(await page.locator('#tally').innerText()).toContain('0 nodes');
      await page.click('#view-table');
      expect(await page.locator('.table-view .note').isVisible()).toBe(true);
    }));

  it('too large for a page carries the strongest and says what it leaves out', async () =>
    onPage(
      await pageFile('cut', largeGraph({ nodes: 300, edges: 1500 }), { limits: { nodes: 250, edges: 900 } }),
      { hash: 'lang=en' },
      async page => {
        const text = await page.locator('#left-out').innerText();
        expect(text).toMatch(/leaves out 50 nodes, \d+ ties, [\d,]+ statements\. The whole graph is in/);
      },
    ));

  it('with a tie of too many statements still tells how many there are', async () =>
    onPage(
      await pageFile('many-statements', smallGraph(), { limits: { statements: 1 } }),
      { hash: 'lang=en' },
      async page => {
        const row = page.locator('[data-tie="country:US sanctions country:RU"]');
        expect(await row.locator('.tie-weight').innerText()).toBe('3');
        await row.click();
        expect(await page.locator('#reader-body').innerText()).toContain(
          'Of this tie, the page leaves out 2 statements.',
        );
      },
    ));

  // A page of this size carries its data packed.
  it('with thousands of ties draws the strongest, and all if asked', async () => {
    const { page, errors } = await openPage(
      await pageFile('many', largeGraph({ nodes: 1200, edges: 6000 })),
      {
        hash: 'lang=en',
      },
    );
    expect(await page.locator('#spared').innerText()).toMatch(/strongest 1,\d{3} of 6,000/);
    await page.click('#all-ties');
    expect(await page.locator('#spared').innerText()).not.toContain('strongest 1,');
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
