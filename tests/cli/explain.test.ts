import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'dist/cli/main.js');
const article = JSON.stringify({
  id: 'a1',
  title: 'قمة في سوتشي',
  date: '2022-06-15',
  text: 'التقى الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان في سوتشي أمس.\nوقالت مصر إنها تتابع القمة.',
});

function explain(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'explain', '-', ...args], {
    cwd: root,
    encoding: 'utf8',
    input: `${article}\n`,
  });
  return { status, stdout, stderr };
}

describe('rawabit explain', () => {
  it('shows every sentence with what it states, Arabic in isolates', () => {
    const { status, stdout, stderr } = explain();
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('[1] headline \u2068قمة في سوتشي\u2069');
    expect(stdout).toMatch(/Vladimir Putin meets Recep Tayyip Erdoğan.*in the sentence/);
    expect(stdout.split('\u2068').length).toBe(stdout.split('\u2069').length);
  });

  it('gives the same as JSON, and one sentence of it', () => {
    const { stdout } = explain('--json', '--sentence', '2');
    const { doc, sentences } = JSON.parse(stdout);
    expect(doc).toBe('a1');
    expect(sentences.map(({ number }: { number: number }) => number)).toEqual([2]);
    expect(sentences[0].stated.length).toBeGreaterThan(0);
  });

  it.each([
    ['بوتين', 'Erdoğan'],
    ['Vladimir Putin', 'leader:recep-tayyip-erdogan'],
  ])('finds %s and %s by their names', (one, other) => {
    const { stdout } = explain('--between', one, other);
    expect(stdout).toContain('1 stated');
    expect(stdout).toContain('meets');
  });

  it('says whom the article does not mention', () => {
    expect(explain('--between', 'بوتين', 'هولندا').stdout).toContain('does not mention \u2068هولندا\u2069');
  });

  it('says where no sentence refers to both', () => {
    expect(explain('--between', 'بوتين', 'EG').stdout).toContain('no sentence refers to both');
  });

  it.each([
    ['an article that is not there', ['--doc', 'a9'], 1, 'a9'],
    ['a sentence that is not there', ['--sentence', '40'], 1, '3 sentences'],
    ['a sentence that is no number', ['--sentence', 'x'], 2, '--sentence x'],
    ['one name for two', ['--between', 'بوتين'], 2, 'two names'],
  ])('complains of %s', (_, args, code, message) => {
    const { status, stderr } = explain(...args);
    expect(status).toBe(code);
    expect(stderr).toContain(message);
  });
});
