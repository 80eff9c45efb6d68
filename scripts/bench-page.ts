/**
 * How fast the page is in a headless browser that draws in software: `npm run bench:page [-- FILE]`.
 * Without a file it writes the page of a made-up graph (`--nodes 5000 --edges 40000`). Every figure is the
 * least of several rounds (`--rounds 5`), since other work on the machine only ever adds to it.
 */
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { closeBrowser, openPage } from '../tests/viewer/support/browser.js';
import { largeGraph } from '../tests/viewer/support/large-graph.js';
import { pageFile } from '../tests/viewer/support/page-file.js';

interface Round {
  /** Milliseconds from the navigation's start to the first picture with names on the screen. */
  readonly picture: number;
  /** Of these, spent in scripts. */
  readonly script: number;
  /** While the view is dragged: from a move of the mouse to its picture, in the middle and at the longest. */
  readonly step: number;
  readonly longest: number;
}

/** Waits until what has been drawn is on the screen: the frame after the next begins only then. */
const PICTURE =
  'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      nodes: { type: 'string', default: '5000' },
      edges: { type: 'string', default: '40000' },
      rounds: { type: 'string', default: '5' },
    },
  });
  const [nodes, edges] = [Number(values.nodes), Number(values.edges)];
  const file = positionals[0] ?? (await pageFile('bench', largeGraph({ nodes, edges })));
  const rounds: Round[] = [];
  for (let i = 0; i < Number(values.rounds); i++) rounds.push(await round(file));
  await closeBrowser();
  const least = (of: (round: Round) => number) => `${Math.round(Math.min(...rounds.map(of)))} ms`;
  const all = (of: (round: Round) => number) => rounds.map(one => Math.round(of(one))).join(', ');
  console.log(positionals[0] ?? `${nodes} nodes, ${edges} edges`);
  console.log(`file            ${(statSync(file).size / 1e6).toFixed(2)} MB`);
  console.log(`first picture   ${least(one => one.picture)}   (${all(one => one.picture)})`);
  console.log(`  of it script  ${least(one => one.script)}`);
  console.log(`pan, a step     ${least(one => one.step)}   (${all(one => one.step)})`);
  console.log(`pan, longest    ${least(one => one.longest)}   (${all(one => one.longest)})`);
}

async function round(file: string): Promise<Round> {
  const { page, errors } = await openPage(file, { still: false });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const picture = await page.evaluate<number>(PICTURE);
  const script = Number(await page.getAttribute('#app', 'data-ready'));
  const steps = await pan(page);
  await page.context().close();
  return { picture, script, step: steps[Math.floor(steps.length / 2)] ?? 0, longest: steps.at(-1) ?? 0 };
}

/** Drags the view there and back; returns how long each step took, from the shortest. */
async function pan(page: Page): Promise<number[]> {
  await page.waitForTimeout(600);
  const box = await page.locator('#stage').boundingBox();
  if (!box) throw new Error('the page has no canvas');
  // The corner of the canvas holds no node that could be dragged instead.
  const [x, y] = [box.x + 12, box.y + 60];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const steps: number[] = [];
  for (let step = 1; step <= 30; step++) {
    const start = performance.now();
    const away = step <= 15 ? step : 30 - step;
    await page.mouse.move(x + 12 * away, y + 6 * away);
    await page.evaluate(PICTURE);
    steps.push(performance.now() - start);
  }
  await page.mouse.up();
  return steps.sort((a, b) => a - b);
}

await main();
