import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, type OpenOptions, openPage } from './support/browser.js';
import { buildGraph } from './support/builder.js';
import { pageFile } from './support/page-file.js';
import { smallGraph } from './support/small-graph.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let file = '';

beforeAll(() => {
  file = pageFile('small', smallGraph());
}, 60_000);
afterAll(closeBrowser);

/** Opens the page, works on it, and expects no error and no request. */
async function on(options: OpenOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, requests, errors } = await openPage(file, options);
  await work(page);
  expect(errors).toEqual([]);
  expect(requests).toEqual([]);
  await page.context().close();
}

const tally = (page: Page) => page.locator('#tally').innerText();
const heading = (page: Page) => page.locator('#reader h2').first().innerText();

describe('the page', { timeout: 60_000 }, () => {
  it('draws nodes, ties and names', () =>
    on({}, async page => {
      const drawn = await page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('.layer-names');
        const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return pixels.filter((value, index) => index % 4 === 3 && value > 200).length;
      });
      expect(drawn).toBeGreaterThan(3000);
      expect(await tally(page)).toBe('28 عقدة و52 رابطا و55 إفادة');
      expect((await page.locator('#stage').screenshot()).length).toBeGreaterThan(20_000);
    }));

  it('finds a node by an odd spelling and flies to it on Enter', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.keyboard.press('/');
      await page.keyboard.type('اردوغان');
      await page.waitForSelector('#search-list li');
      await page.keyboard.press('Enter');
      expect(await heading(page)).toBe('Recep Tayyip Erdoğan');
    }));

  it('switches language and direction', () =>
    on({}, async page => {
      expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      await page.click('#language');
      expect(await page.getAttribute('html', 'dir')).toBe('ltr');
      expect(await page.locator('#view-map').innerText()).toBe('Map');
    }));

  it('combines filters and resets them together', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.locator('[data-key="leader"]').setChecked(false, { force: true });
      await page.locator('[data-key="attacks"]').setChecked(false, { force: true });
      const narrowed = await tally(page);
      expect(narrowed).toContain('20 nodes');
      await page.click('#reset');
      expect(await tally(page)).toContain('28 nodes, 52 ties');
    }));

  it('filters by time with a bar, by keys, and plays', () =>
    on({ hash: 'lang=en', still: false }, async page => {
      await page.locator('#time-to').focus();
      for (let i = 0; i < 5; i++) await page.keyboard.press('PageDown');
      expect(await tally(page)).not.toContain('52 ties');
      await page.click('#time-all');
      expect(await tally(page)).toContain('52 ties');
      await page.click('#play');
      await page.waitForFunction(() => !document.querySelector('#tally')?.textContent?.includes('52 ties'));
      await page.click('#play');
      expect(await page.locator('#play').getAttribute('aria-pressed')).toBe('false');
    }));

  it('reads a tie: who says so and who denies it, with marked sentences', () =>
    on({ hash: 'lang=en&show=tie country:RU aids country:IR' }, async page => {
      expect(await page.locator('.side').count()).toBe(2);
      expect(await page.locator('.denies blockquote').innerText()).toContain('ونفى الكرملين');
      expect(await page.locator('.says mark.predicate').innerText()).toBe('سلمت');
      // An address that is not of the web is no link.
      expect(await page.locator('.denies a').count()).toBe(0);
      expect(await page.locator('.says a').getAttribute('href')).toBe('https://example.org/a2');
    }));

  it('reads a node: facts, ties by relation, and back and forward', () =>
    on({ hash: 'lang=en&show=node base:hmeimim' }, async page => {
      expect(await page.locator('.facts').innerText()).toMatch(
        /Operated by[\s\S]*Russia[\s\S]*Located in[\s\S]*Syria/,
      );
      await page.locator('.facts .node-link').first().click();
      expect(await heading(page)).toBe('Russia');
      await page.click('#back');
      expect(await heading(page)).toBe('Hmeimim Air Base');
      await page.click('#forward');
      expect(await heading(page)).toBe('Russia');
    }));

  it('chooses on the canvas: a click on a node reads it', () =>
    on({ hash: 'lang=en&show=node country:SY&focus=1 country:SY' }, async page => {
      await page.click('#fit');
      await page.keyboard.press('Escape');
      const box = await page.locator('#stage').boundingBox();
      if (!box) throw new Error('no stage');
      for (let x = 0.1; x < 0.95 && (await page.locator('#to-overview').count()) === 0; x += 0.04)
        for (let y = 0.1; y < 0.95 && (await page.locator('#to-overview').count()) === 0; y += 0.05)
          await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
      expect(await page.locator('#to-overview').count()).toBe(1);
    }));

  it('focuses, pins, hides and shows again', () =>
    on({ hash: 'lang=en&show=node org:gcc' }, async page => {
      await page.click('#focus-2');
      expect(await page.locator('#focus-notice').innerText()).toContain('Gulf Cooperation Council');
      await page.click('#unfocus');
      await page.click('#pin');
      expect(await page.locator('#pin').getAttribute('aria-pressed')).toBe('true');
      await page.click('#hide');
      expect(await tally(page)).toContain('27 nodes');
      await page.click('#unhide');
      expect(await tally(page)).toContain('28 nodes');
    }));

  it('shows the shortest path as a chain of sentences', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.click('#path-open');
      await page.fill('#path-start', 'biden');
      await page.keyboard.press('Enter');
      await page.fill('#path-end', 'hmeimim');
      await page.keyboard.press('Enter');
      expect(await page.locator('#chain .chain-node').count()).toBe(4);
      expect(await page.locator('#chain blockquote').count()).toBe(3);
    }));

  it('colours by community and names it after its key members', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.click('#colour-community');
      const first = page.locator('.legend .community-link').first();
      expect(await first.innerText()).toContain('Russia');
      await first.click();
      expect(await heading(page)).toContain('Syria');
    }));

  it('lists ties in a table that sorts, filters, and downloads', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.keyboard.press('3');
      await page.click('#rows-edges');
      expect(await page.locator('tbody tr').count()).toBe(52);
      await page.fill('#table-filter', 'حزب الله');
      expect(await page.locator('tbody tr').count()).toBe(4);
      await page.click('[data-sort="from"]');
      expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain('From');
      const [saved] = await Promise.all([page.waitForEvent('download'), page.click('#table-csv')]);
      expect(readFileSync(await saved.path(), 'utf8')).toContain('country:IL,attacks,org:hezbollah');
    }));

  it('shows the map', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.click('#view-map');
      expect(await page.locator('.map-note').isVisible()).toBe(true);
      expect(await page.locator('.layer-world').isVisible()).toBe(true);
    }));

  it('saves pictures and data of what is shown', () =>
    on({ hash: 'lang=en&no-types=leader' }, async page => {
      const save = async (id: string) => {
        await page.click('#menu');
        const [saved] = await Promise.all([page.waitForEvent('download'), page.click(id)]);
        return readFileSync(await saved.path());
      };
      expect((await save('#save-png')).subarray(1, 4).toString()).toBe('PNG');
      expect((await save('#save-svg')).toString()).toMatch(/^<svg[\s\S]*Russia[\s\S]*Denied/);
      expect((await save('#save-gexf')).toString()).not.toContain('<node id="leader:');
      const json = JSON.parse((await save('#save-json')).toString());
      expect(json.nodes).toHaveLength(21);
      expect(json.edges[0].attributes.statements[0].evidence[0].text).not.toBe('');
    }));

  it('rearranges in a worker and stops', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.click('#arrange');
      await page.waitForTimeout(400);
      await page.click('#arrange');
      expect(await page.locator('#arrange').getAttribute('aria-pressed')).toBe('false');
    }));

  it('keeps its state in the address', () =>
    on({ hash: 'lang=en&view=table&rows=edges&no-relations=visits' }, async page => {
      expect(await page.locator('tbody tr').count()).toBe(50);
      await page.click('#reset');
      await page.waitForFunction(() => !location.hash.includes('visits'));
    }));

  it.each([
    ['light', 'ar', 1440, 'show=node country:RU'],
    ['dark', 'en', 1440, 'show=tie country:RU aids country:IR'],
    ['light', 'en', 1440, 'view=table&rows=edges'],
    ['dark', 'ar', 390, ''],
  ] as const)('has no serious fault of accessibility: %s %s %i %s', (theme, lang, width, hash) =>
    on(
      { dark: theme === 'dark', width, height: width < 500 ? 844 : 900, hash: `lang=${lang}&${hash}` },
      async page => {
        // The page's own policy keeps foreign scripts out, so the checker comes in through the debugger.
        await page.evaluate(axe);
        const faults = await page.evaluate(async () => {
          const { axe: checker } = window as unknown as { axe: { run(): Promise<{ violations: Fault[] }> } };
          interface Fault {
            readonly id: string;
            readonly impact: string;
            readonly nodes: readonly { readonly html: string }[];
          }
          const { violations } = await checker.run();
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(faults).toEqual([]);
      },
    ));

  it('opens its panels one at a time on a phone', () =>
    on({ width: 390, height: 844, hash: 'lang=en' }, async page => {
      await page.click('#open-filters');
      expect(await page.locator('#filters').isVisible()).toBe(true);
      await page.click('#open-reader');
      expect(await page.locator('#filters').count()).toBe(0);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBe(390);
    }));

  it('lets hostile text do no harm', async () => {
    const evil = '<img src=x onerror=alert(1)></script><script>alert(1)</script>\u202E';
    const graph = buildGraph(
      {
        a: { label: evil, labelEn: evil, type: 'leader' },
        b: { label: 'ب'.repeat(1_000_000), labelEn: 'b', type: 'country', x: 9 },
      },
      { A: { title: evil, url: 'javascript:alert(1)' } },
      [{ subject: 'a', type: 'visits', object: 'b', article: 'A', text: `${evil} ${'ك'.repeat(1_000_000)}` }],
    );
    const { page, errors, requests } = await openPage(pageFile('evil', graph), {
      hash: 'show=tie a visits b',
    });
    expect(await page.locator('.statement').innerText()).toContain('<img src=x');
    expect(await page.locator('#reader img[src="x"], #reader a').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
    expect([...errors, ...requests]).toEqual([]);
    await page.context().close();
  });
});
