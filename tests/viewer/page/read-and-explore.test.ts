import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, type OpenOptions } from '../support/browser.js';
import { drawing, heading, onPage, placeOf, tally } from '../support/on-page.js';
import { pageFile } from '../support/page-file.js';
import { smallGraph } from '../support/small-graph.js';

let file = '';
beforeAll(async () => {
  file = await pageFile('read', smallGraph());
});
afterAll(closeBrowser);
const on = (options: OpenOptions, work: (page: Page) => Promise<void>) => onPage(file, options, work);

describe('reading', () => {
  it('begins with who matters, of all and of each type', () =>
    on({ hash: 'lang=en' }, async page => {
      expect(await page.locator('#actors .actor-name').first().innerText()).toBe('Russia');
      await page.click('[data-actors="leader"]');
      expect(await page.locator('#actors .actor-name').first().innerText()).toBe('Vladimir Putin');
      await page.locator('#actors .actor').first().click();
      expect(await heading(page)).toBe('Vladimir Putin');
    }));

  it('of a node begins with a click on it: names, facts, ties, neighbours', () =>
    on({ hash: 'lang=en' }, async page => {
      const { x, y } = await placeOf(page, 'Hmeimim Air Base');
      await page.mouse.click(x, y);
      expect(await heading(page)).toBe('Hmeimim Air Base');
      const text = await page.locator('#reader-body').innerText();
      expect(text).toMatch(/Operated by[\s\S]*Russia[\s\S]*Located in[\s\S]*Syria/);
      expect(text).toMatch(/Military[\s\S]*operates[\s\S]*Neighbours/);
    }));

  it('of a leader gives the offices with their dates', () =>
    on({ hash: 'lang=en&show=node leader:vladimir-putin' }, async page => {
      const facts = await page.locator('.facts').innerText();
      expect(facts).toMatch(/Offices[\s\S]*Russia[\s\S]*president[\s\S]*7 May 2012/);
    }));

  it('of a tie begins with a click on its line', () =>
    on({ hash: 'lang=en' }, async page => {
      const [from, to] = [await placeOf(page, 'Russia'), await placeOf(page, 'Tartus Naval Base')];
      await page.mouse.click(from.x * 0.3 + to.x * 0.7, from.y * 0.3 + to.y * 0.7);
      expect(await heading(page)).toMatch(/Russia[\s\S]*operates[\s\S]*Tartus Naval Base/);
      const statement = page.locator('.statement').first();
      expect(await statement.locator('mark.subject').innerText()).toContain('روسيا');
      expect(await statement.locator('blockquote').getAttribute('dir')).toBe('rtl');
      const text = await statement.innerText();
      for (const part of ['Affirmed', 'Actual', '85%', 'وكالة المدى', '8 January 2024', 'بوتين يزور دمشق'])
        expect(text).toContain(part);
      expect(await statement.locator('a').getAttribute('href')).toBe('https://example.org/a1');
    }));

  it('lists what is both said and denied, and sets who says so beside who denies it', () =>
    on({ hash: 'lang=en' }, async page => {
      const disputed = page.locator('.block', { hasText: 'Said and denied' });
      await disputed.locator('[data-tie="country:RU aids country:IR"]').click();
      const boxes = await Promise.all(
        ['.says', '.denies'].map(async side => (await page.locator(side).boundingBox()) ?? { x: 0, y: 0 }),
      );
      expect(boxes[0]?.y).toBe(boxes[1]?.y);
      expect(boxes[0]?.x).toBeLessThan(boxes[1]?.x ?? 0);
      expect(await page.locator('.denies blockquote').innerText()).toContain('ونفى الكرملين');
      expect(await page.locator('.says mark.predicate').innerText()).toBe('سلمت');
      expect(await page.locator('.says .speakers').innerText()).toContain('صحيفة الأفق');
      expect(await page.locator('.denies .speakers').innerText()).toContain('Russia');
      // An address that is not of the web is no link.
      expect(await page.locator('.denies a').count()).toBe(0);
    }));

  it('begins at the top, also when it was chosen far down', () =>
    on({ height: 600, hash: 'lang=en' }, async page => {
      await page.locator('#reader-body [data-tie]').last().click();
      expect(await page.locator('#reader-body').evaluate(body => body.scrollTop)).toBe(0);
      expect(await page.locator('.reader-head').isVisible()).toBe(true);
    }));

  it('says what the marks mean', () =>
    on({ hash: 'lang=en&show=tie country:RU aids country:IR' }, async page => {
      expect(await page.locator('.mark-key mark').allInnerTexts()).toEqual(['From', 'What ties them', 'To']);
    }));

  it('names a tie under the pointer', () =>
    on({ hash: 'lang=en' }, async page => {
      const [from, to] = [await placeOf(page, 'Russia'), await placeOf(page, 'Tartus Naval Base')];
      await page.mouse.move(from.x * 0.3 + to.x * 0.7, from.y * 0.3 + to.y * 0.7);
      await page.waitForSelector('.tip');
      // Each name stands in isolation marks.
      expect(await page.locator('.tip').innerText()).toBe(
        '\u2068Russia\u2069 — operates — \u2068Tartus Naval Base\u2069',
      );
    }));
});

describe('exploring', () => {
  it('focuses on one step and on two', () =>
    on({ hash: 'lang=en&show=node org:gcc' }, async page => {
      await page.click('#focus-1');
      const one = (await drawing(page)).discs;
      expect(one.has('Saudi Arabia')).toBe(true);
      expect(one.has('Egypt')).toBe(false);
      await page.click('#focus-2');
      expect((await drawing(page)).discs.has('Egypt')).toBe(true);
      expect(await page.locator('#focus-notice').innerText()).toContain('Gulf Cooperation Council');
      await page.click('#unfocus');
      expect((await drawing(page)).discs.size).toBe(27);
    }));

  it('focuses by a double click on a node', () =>
    on({ hash: 'lang=en' }, async page => {
      const { x, y } = await placeOf(page, 'Gulf Cooperation Council');
      await page.mouse.dblclick(x, y);
      await page.waitForSelector('#focus-notice');
      expect((await drawing(page)).discs.has('Egypt')).toBe(false);
    }));

  it('shows the shortest path as a chain of sentences, both ends by search', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.click('#path-open');
      await page.fill('#path-start', 'biden');
      await page.keyboard.press('Enter');
      await page.fill('#path-end', 'hmeimim');
      await page.keyboard.press('Enter');
      expect(await page.locator('#chain .chain-node').allInnerTexts()).toEqual([
        'Joe Biden',
        'United States',
        'Russia',
        'Hmeimim Air Base',
      ]);
      expect(await page.locator('#chain blockquote').count()).toBe(3);
      expect((await drawing(page)).names).toEqual(expect.arrayContaining(['Joe Biden', 'sanctions']));
    }));

  it('takes the end of a path from the canvas', () =>
    on({ hash: 'lang=en&show=node country:SA' }, async page => {
      await page.click('#path-from');
      const { x, y } = await placeOf(page, 'Egypt');
      await page.mouse.click(x, y);
      expect(await page.locator('#chain .chain-node').last().innerText()).toBe('Egypt');
    }));

  it('says so when nothing joins the ends', () =>
    on(
      { hash: 'lang=en&show=path leader:joe-biden|base:hmeimim&no-relations=operates,located_in' },
      async page => {
        expect(await page.locator('#path-none').isVisible()).toBe(true);
      },
    ));

  it('colours by community, named after its key members', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.click('#colour-community');
      const { discs, svg } = await drawing(page);
      expect(discs.get('Russia')?.color).toBe(discs.get('Vladimir Putin')?.color);
      expect(discs.get('Russia')?.color).not.toBe(discs.get('United States')?.color);
      expect(svg).toContain('>Russia, Syria</text>');
      await page.locator('.legend .community-link').first().click();
      expect(await heading(page)).toContain('Russia');
    }));

  it('hides and pins', () =>
    on({ hash: 'lang=en&show=node org:gcc' }, async page => {
      await page.click('#pin');
      await page.locator('[data-key="organization"]').setChecked(false, { force: true });
      expect((await drawing(page)).discs.has('Gulf Cooperation Council')).toBe(true);
      await page.click('#reset');
      await page.click('#hide');
      expect(await tally(page)).toContain('26 nodes');
      expect((await drawing(page)).discs.has('Gulf Cooperation Council')).toBe(false);
      await page.click('#unhide');
      expect(await tally(page)).toContain('27 nodes');
    }));

  it('moves a node by hand', () =>
    on({ hash: 'lang=en' }, async page => {
      const from = await placeOf(page, 'Egypt');
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 });
      await page.mouse.up();
      const to = await placeOf(page, 'Egypt');
      expect(to.x - from.x).toBeCloseTo(40, -1);
      expect(to.y - from.y).toBeCloseTo(30, -1);
    }));

  it('goes back and forward through what one looked at, by buttons and keys', () =>
    on({ hash: 'lang=en&show=node base:hmeimim' }, async page => {
      await page.locator('.facts .node-link').first().click();
      expect(await heading(page)).toBe('Russia');
      await page.click('#back');
      expect(await heading(page)).toBe('Hmeimim Air Base');
      await page.keyboard.press('Alt+ArrowRight');
      expect(await heading(page)).toBe('Russia');
      await page.keyboard.press('Escape');
      expect(await page.locator('#actors').isVisible()).toBe(true);
    }));
});
