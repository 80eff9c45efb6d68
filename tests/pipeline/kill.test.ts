import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { seededRandom } from '../../src/graph/random.js';
import { readGraph } from '../../src/graph/read.js';
import {
  expectSame,
  FILES,
  FORMATS,
  makeArticles,
  PROGRAM,
  rawabit,
  toLines,
  workFolder,
} from './support.js';

const work = workFolder();

/** Starts a build and kills it after so many milliseconds; says whether it was still at work. */
async function killAfter(delay: number, args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | null>(resolve =>
    child.on('exit', (_, signal) => resolve(signal)),
  );
  await sleep(delay);
  child.kill('SIGKILL');
  return (await ended) === 'SIGKILL';
}

it('a build that is killed at any moment leaves the old files whole, and the next one goes on', async () => {
  const [before, after] = [join(work, 'before.jsonl'), join(work, 'after.jsonl')];
  const articles = await makeArticles(80, 21);
  writeFileSync(before, toLines(articles.slice(0, 20)));
  writeFileSync(after, toLines(articles));
  const [output, scratch] = [join(work, 'output'), join(work, 'scratch')];
  const start = performance.now();
  expect(rawabit(['build', after, '-o', scratch, ...FORMATS]).status).toBe(0);
  const whole = performance.now() - start;
  expect(rawabit(['build', before, '-o', output, ...FORMATS]).status).toBe(0);
  const old = Object.fromEntries(FILES.map(name => [name, readFileSync(join(output, name))]));
  const random = seededRandom(Date.now());
  let killed = 0;
  for (let round = 0; round < 5; round++) {
    // The first is cut off for sure: once a build has ended, the next ones have little left to do.
    const share = round === 0 ? 0.5 * random() : random();
    if (await killAfter(share * whole, ['build', after, '-o', output, ...FORMATS])) killed++;
    for (const name of FILES) {
      const bytes = readFileSync(join(output, name));
      const isWhole =
        bytes.equals(old[name] ?? Buffer.of()) || bytes.equals(readFileSync(join(scratch, name)));
      expect(isWhole, `${name} after round ${round}`).toBe(true);
    }
    await readGraph(join(output, 'graph.json'));
  }
  expect(killed).toBeGreaterThan(0);
  const { stdout } = rawabit(['build', after, '-o', output, '--json', ...FORMATS]);
  expect(JSON.parse(stdout).extracted).toBeLessThan(80);
  expectSame(output, scratch);
  const kept = readdirSync(join(output, '.rawabit'));
  expect(kept.filter(name => name.startsWith('stage-'))).toEqual([]);
  expect(existsSync(join(output, '.rawabit/complete.json'))).toBe(true);
}, 300_000);

it('builds into one folder at the same time do not disturb each other', async () => {
  const input = join(work, 'together.jsonl');
  writeFileSync(input, toLines(await makeArticles(10, 22)));
  const [output, scratch] = [join(work, 'together'), join(work, 'alone')];
  expect(rawabit(['build', input, '-o', scratch, ...FORMATS]).status).toBe(0);
  const codes = await Promise.all(
    [0, 150, 300].map(async delay => {
      await sleep(delay);
      const child = spawn(process.execPath, [PROGRAM, 'build', input, '-o', output, ...FORMATS], {
        stdio: 'ignore',
      });
      return new Promise(resolve => child.on('exit', resolve));
    }),
  );
  expect(codes).toEqual([0, 0, 0]);
  expectSame(output, scratch);
}, 180_000);
