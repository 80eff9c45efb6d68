import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, type OpenOptions } from '../support/browser.js';
import { drawing, heading, onPage, placeOf, restingLink, save } from '../support/on-page.js';
import { pageFile } from '../support/page-file.js';
import { smallGraph } from '../support/small-graph.js';

let file = '';
beforeAll(async () => {
  file = await pageFile('map', smallGraph());
});
afterAll(closeBrowser);
const on = (options: OpenOptions, work: (page: Page) => Promise<void>) => onPage(file, options, work);

describe('the map', () => {
  it('puts countries and bases at their places, and their ties as arcs', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.click('#view-map');
      await page.waitForSelector('.layer-world', { state: 'visible' });
      const { discs, ties, svg } = await drawing(page);
      const [usa, syria, russia] = ['United States', 'Syria', 'Russia'].map(name => discs.get(name));
      expect(usa?.x).toBeLessThan(syria?.x ?? 0);
      expect(syria?.x).toBeLessThan(russia?.x ?? 0);
      expect(russia?.y).toBeLessThan(syria?.y ?? 0);
      expect(discs.has('Hmeimim Air Base')).toBe(true);
      const [, ax, ay, bx, by, cx, cy] =
        /M([\d.-]+) ([\d.-]+)Q([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+)/
          .exec(ties.get('United States — allied with — Ukraine') ?? [...ties.values()][0] ?? '')
          ?.map(Number) ?? [];
      const bent = Math.abs(
        (Number(cx) - Number(ax)) * (Number(by) - Number(ay)) -
          (Number(cy) - Number(ay)) * (Number(bx) - Number(ax)),
      );
      expect(bent).toBeGreaterThan(1);
      // The world's shapes are in the drawing too.
      expect(svg.length).toBeGreaterThan(100_000);
    }));

  it('says what it can not place', () =>
    on({ hash: 'lang=en&view=map' }, async page => {
      expect(await page.locator('#map-note').innerText()).toMatch(
        /express no position[\s\S]*\d+ nodes? without a place/,
      );
    }));

  it('shows leaders around their country when one comes close', () =>
    on({ hash: 'lang=en&view=map' }, async page => {
      expect((await drawing(page)).discs.has('Vladimir Putin')).toBe(false);
      const { x, y } = await placeOf(page, 'Russia');
      await page.mouse.move(x, y);
      for (let i = 0; i < 3; i++) {
        await page.mouse.wheel(0, -300);
        await page.waitForTimeout(300);
      }
      await expect
        .poll(async () => (await drawing(page)).discs.has('Vladimir Putin'), { timeout: 20_000 })
        .toBe(true);
      const { discs } = await drawing(page);
      const [country, leader] = [discs.get('Russia'), discs.get('Vladimir Putin')];
      const away = Math.hypot((country?.x ?? 0) - (leader?.x ?? 0), (country?.y ?? 0) - (leader?.y ?? 0));
      expect(away).toBeGreaterThan(country?.radius ?? 0);
    }));

  it('shows whoever is chosen at their country', () =>
    on({ hash: 'lang=en&view=map&show=node leader:joe-biden' }, async page => {
      expect((await drawing(page)).names).toContain('Joe Biden');
    }));

  it('shares panels and filters with the graph', () =>
    on({ hash: 'lang=en&view=map' }, async page => {
      const { x, y } = await placeOf(page, 'United States');
      await page.mouse.click(x, y);
      expect(await heading(page)).toBe('United States');
      await page.locator('[data-key="base"]').setChecked(false, { force: true });
      expect((await drawing(page)).discs.has('Hmeimim Air Base')).toBe(false);
    }));
});

describe('keeping', () => {
  it('saves pictures with their legend, and data of what is shown', () =>
    on({ hash: 'lang=en&no-types=leader' }, async page => {
      const png = await save(page, '#save-png');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      const stage = await page.locator('#stage').boundingBox();
      // Width and height stand in the head of the file.
      expect(png.readUInt32BE(16)).toBe(Math.round(stage?.width ?? 0));
      expect(png.readUInt32BE(20)).toBeGreaterThan(stage?.height ?? 0);
      expect((await save(page, '#save-svg')).toString()).toMatch(/^<svg[\s\S]*Russia[\s\S]*Denied/);
      const gexf = (await save(page, '#save-gexf')).toString();
      expect(gexf).toContain('<node id="country:RU"');
      expect(gexf).not.toContain('<node id="leader:');
      const json = JSON.parse((await save(page, '#save-json')).toString());
      expect(json.nodes).toHaveLength(20);
      expect(json.edges[0].attributes.statements[0].evidence[0].text).not.toBe('');
    }));

  it('gives a link that brings back view, filters and selection', async () => {
    let hash = '';
    await on({ hash: 'lang=en' }, async page => {
      await page.locator('[data-key="attacks"]').setChecked(false, { force: true });
      await page.keyboard.press('/');
      await page.keyboard.type('hmeimim');
      await page.waitForSelector('#search-list li');
      await page.keyboard.press('Enter');
      await page.click('#colour-community');
      hash = await restingLink(page);
    });
    await on({ hash }, async page => {
      expect(await heading(page)).toBe('Hmeimim Air Base');
      expect(await page.locator('[data-key="attacks"]').isChecked()).toBe(false);
      expect(await page.locator('#colour-community').getAttribute('aria-pressed')).toBe('true');
      expect(await restingLink(page)).toBe(hash);
    });
  });

  it('prints the picture above what is being read', () =>
    on({ hash: 'lang=en&show=tie country:RU aids country:IR' }, async page => {
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      const [picture, words] = [page.locator('.printed'), page.locator('#reader-body')];
      expect(await page.locator('#filters').isVisible()).toBe(false);
      const below = (await words.boundingBox())?.y ?? 0;
      const box = await picture.boundingBox();
      expect(below).toBeGreaterThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      expect(await picture.count()).toBe(0);
    }));
});

describe('windows and lights', () => {
  it('opens panels one at a time on a phone, and nothing runs out of the window', () =>
    on({ width: 390, height: 844, hash: 'lang=en' }, async page => {
      expect(await page.locator('#filters, #reader').count()).toBe(0);
      await page.click('#open-filters');
      expect(await page.locator('#filters').isVisible()).toBe(true);
      await page.click('#open-reader');
      expect(await page.locator('#filters').count()).toBe(0);
      for (const id of ['#view-table', '#view-map', '#view-graph']) {
        await page.click(id);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      }
    }));

  it('on a phone brings what was chosen out from under the panel', () =>
    on({ width: 390, height: 844, hash: 'lang=en' }, async page => {
      const { x, y } = await placeOf(page, 'Lebanon');
      await page.mouse.click(x, y);
      expect(await heading(page)).toBe('Lebanon');
      const panel = await page.locator('#reader').boundingBox();
      await expect
        .poll(async () => (await placeOf(page, 'Lebanon')).y, { timeout: 20_000 })
        .toBeLessThan((panel?.y ?? 0) - 20);
    }));

  it('leaves the graph room: the filters wait behind a button where the window is narrow', () =>
    on({ width: 1280, hash: 'lang=en' }, async page => {
      expect(await page.locator('#filters').count()).toBe(0);
      await page.click('#open-filters');
      expect(await page.locator('#filters').isVisible()).toBe(true);
      await page.click('#close-filters');
      expect((await page.locator('#stage').boundingBox())?.width).toBeGreaterThan(800);
    }));

  it('follows the light of the machine, and switches', () =>
    on({ dark: true, hash: 'lang=en' }, async page => {
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const dark = await paper();
      expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
      await page.click('#theme');
      expect(await page.getAttribute('html', 'data-theme')).toBe('light');
      expect(await paper()).not.toBe(dark);
    }));
});
