import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, type OpenOptions } from '../support/browser.js';
import { drawing, heading, onPage, tally } from '../support/on-page.js';
import { pageFile } from '../support/page-file.js';
import { smallGraph } from '../support/small-graph.js';

let file = '';
beforeAll(async () => {
  file = await pageFile('filter', smallGraph());
});
afterAll(closeBrowser);
const on = (options: OpenOptions, work: (page: Page) => Promise<void>) => onPage(file, options, work);
const tick = (page: Page, key: string, on: boolean) =>
  page.locator(`[data-key="${key}"]`).setChecked(on, { force: true });

describe('finding', () => {
  it('forgives spelling, and Enter flies there', () =>
    on({ hash: 'lang=en' }, async page => {
      const far = (await drawing(page)).discs.get('Recep Tayyip Erdoğan');
      await page.keyboard.press('/');
      await page.keyboard.type('اردوغان');
      await page.waitForSelector('#search-list li');
      await page.keyboard.press('Enter');
      expect(await heading(page)).toBe('Recep Tayyip Erdoğan');
      const near = (await drawing(page)).discs.get('Recep Tayyip Erdoğan');
      expect(near?.radius).toBeGreaterThan(far?.radius ?? 99);
    }));

  it('lists the important first, and arrows choose', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.fill('#search', 's');
      await page.waitForSelector('#search-list li');
      const names = await page.locator('#search-list .search-name').allInnerTexts();
      expect(names.length).toBeGreaterThan(2);
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('#search-list li').nth(1).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
      expect(names[1]).toContain(await heading(page));
    }));

  it('says when there is nothing', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.fill('#search', 'zzzzqq');
      expect(await page.locator('.search-none').innerText()).toBe('No results');
    }));
});

describe('filters', () => {
  it('combine, count, and are reset together', () =>
    on({ hash: 'lang=en' }, async page => {
      await tick(page, 'leader', false);
      await tick(page, 'attacks', false);
      expect(await tally(page)).toContain('20 nodes');
      expect((await drawing(page)).discs.has('Vladimir Putin')).toBe(false);
      const counts = await page.locator('.option:has([data-key="attacks"]) .option-count').innerText();
      expect(Number(counts)).toBeGreaterThan(0);
      await page.click('#reset');
      expect(await tally(page)).toContain('27 nodes, 52 ties');
      expect(await page.locator('#reset').isDisabled()).toBe(true);
    }));

  it('switch a whole group of relations, and show when it is partly off', () =>
    on({ hash: 'lang=en' }, async page => {
      await tick(page, 'group:military', false);
      expect(await page.locator('[data-key="operates"]').isChecked()).toBe(false);
      await tick(page, 'operates', true);
      const partly = await page
        .locator('[data-key="group:military"]')
        .evaluate(box => (box as HTMLInputElement).indeterminate);
      expect(partly).toBe(true);
    }));

  it('open the kinds of a type', () =>
    on({ hash: 'lang=en' }, async page => {
      const kind = page.locator('[data-key="base/air-base"]');
      expect(await kind.isVisible()).toBe(false);
      await page.click('[data-kinds="base"]');
      await tick(page, 'base/air-base', false);
      expect((await drawing(page)).discs.has('Hmeimim Air Base')).toBe(false);
      expect((await drawing(page)).discs.has('Tartus Naval Base')).toBe(true);
    }));

  it('narrow by denial, mode, certainty, texts and source', () =>
    on({ hash: 'lang=en' }, async page => {
      const ties = async () => Number(/(\d+) ties?/.exec(await tally(page))?.[1]);
      await tick(page, 'affirmed', false);
      const denied = await ties();
      expect(denied).toBeGreaterThan(0);
      expect(denied).toBeLessThan(10);
      await page.click('#reset');
      await tick(page, 'alleged', false);
      expect(await ties()).toBeLessThan(52);
      await page.click('#reset');
      await page.locator('#filter-confidence').focus();
      await page.keyboard.press('End');
      expect(await ties()).toBeLessThan(52);
      await page.click('#reset');
      await page.locator('#filter-support').focus();
      await page.keyboard.press('End');
      expect(await ties()).toBeLessThan(10);
      await page.click('#reset');
      const source = page.locator('.option:has([data-key^="source:"])').first();
      await source.hover();
      await source.locator('.only').click();
      expect(await ties()).toBe(Number(await source.locator('.option-count').innerText()));
    }));
});

describe('what the filters leave out', () => {
  it('can still be found and read, and pinned to be seen', () =>
    on({ hash: 'lang=en' }, async page => {
      await page.fill('#search', 'Mada');
      await page.waitForSelector('#search-list li');
      await page.keyboard.press('Enter');
      expect(await heading(page)).toBe('Al-Mada News Agency');
      expect(await page.locator('#not-drawn').isVisible()).toBe(true);
      await page.click('#pin');
      expect(await page.locator('#not-drawn').count()).toBe(0);
      expect((await drawing(page)).discs.has('Al-Mada News Agency')).toBe(true);
    }));

  it('is said when it is everything', () =>
    on({ hash: 'lang=en&no-polarity=affirmed,negated' }, async page => {
      expect(await page.locator('#nothing-shown').innerText()).toBe('Nothing matches the filters.');
      await page.click('#reset');
      expect(await page.locator('#nothing-shown').count()).toBe(0);
    }));
});

describe('the timeline', () => {
  it('filters by a bar, by a brush and by keys', () =>
    on({ hash: 'lang=en' }, async page => {
      const box = await page.locator('.bars').boundingBox();
      if (!box) throw new Error('no bars');
      const at = (share: number) => [box.x + box.width * share, box.y + box.height - 4] as const;
      await page.mouse.click(...at(0.01));
      expect(await page.locator('#time-label').innerText()).toMatch(/January 2024/);
      const oneBar = await tally(page);
      expect(oneBar).not.toContain('52 ties');
      await page.click('#time-all');
      await page.mouse.move(...at(0.3));
      await page.mouse.down();
      await page.mouse.move(...at(0.6), { steps: 4 });
      await page.mouse.up();
      expect(await page.locator('.brush').count()).toBe(1);
      expect(await tally(page)).not.toBe(oneBar);
      await page.click('#time-all');
      await page.locator('#time-to').focus();
      for (let i = 0; i < 5; i++) await page.keyboard.press('PageDown');
      expect(await tally(page)).not.toContain('52 ties');
      await page.click('#reset');
      expect(await tally(page)).toContain('52 ties');
    }));

  it('runs the other way in Arabic', () =>
    on({ hash: 'lang=ar' }, async page => {
      const box = await page.locator('.bars').boundingBox();
      if (!box) throw new Error('no bars');
      await page.mouse.click(box.x + box.width * 0.99, box.y + box.height - 4);
      expect(await page.locator('#time-label').innerText()).toContain('يناير');
    }));

  it('plays, pauses, and ends with all', () =>
    on({ hash: 'lang=en', still: false }, async page => {
      await page.click('#play');
      await page.waitForFunction(() => !document.querySelector('#tally')?.textContent?.includes('52 ties'));
      const early = await page.locator('#time-label').innerText();
      await page.waitForFunction(text => document.querySelector('#time-label')?.textContent !== text, early);
      await page.click('#play');
      expect(await page.locator('#play').getAttribute('aria-pressed')).toBe('false');
      const held = await page.locator('#time-label').innerText();
      await page.waitForTimeout(500);
      expect(await page.locator('#time-label').innerText()).toBe(held);
    }));
});
