import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStyle, displayWidth, isolate, plain, renderTable } from '../../src/cli/table.js';

const style = createStyle({ isTTY: false }, {});

describe('renderTable', () => {
  test('pads by what is seen: marks and isolates take no column', () => {
    const rows = [
      { name: 'مُحَمَّد', count: 1 },
      { name: 'NATO', count: 12 },
      { name: '日本', count: 3 },
    ];
    const columns = [
      { title: 'Name', value: (row: (typeof rows)[number]) => row.name },
      { title: 'N', value: (row: (typeof rows)[number]) => row.count, align: 'right' as const },
    ];
    expect(renderTable(rows, columns, style)).toBe(
      ['Name   N', '\u2068مُحَمَّد\u2069   1', 'NATO  12', '日本   3', ''].join('\n'),
    );
  });

  test('shortens columns only where there is too little room', () => {
    const columns = [
      { title: 'Name', value: () => 'تركيا · Turkey', short: () => 'تركيا' },
      { title: 'Type', value: () => 'country' },
    ];
    const withRoom = (room: number) => plain(renderTable([0], columns, createStyle(), () => [], room));
    expect(withRoom(23)).toContain('تركيا · Turkey country');
    expect(withRoom(22)).toContain('تركيا country');
  });

  test('leaves out what is empty in every row', () => {
    const columns = [
      { title: 'A', value: () => 'x' },
      { title: 'B', value: () => undefined },
    ];
    expect(renderTable([{}], columns, style)).toBe('A\nx\n');
  });

  test('all lines are equally wide up to the last column, whatever the cells hold (property)', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ب', 'ـ', '\u064e', '\u202e', '\n', '日', '\u001b', ' '),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), cells => {
        const columns = [
          { title: 'T', value: (row: string) => row },
          { title: 'End', value: () => '|' },
        ];
        const lines = renderTable(cells, columns, style).trimEnd().split('\n').slice(1);
        expect(lines).toHaveLength(cells.length);
        expect(new Set(lines.map(line => displayWidth(line.slice(0, line.lastIndexOf('|'))))).size).toBe(1);
      }),
    );
  });
});

test('isolates wrap right-to-left text only', () => {
  expect(isolate('Russia')).toBe('Russia');
  expect(isolate('روسيا Russia')).toBe('\u2068روسيا Russia\u2069');
});

test('plain text commands no terminal', () => {
  expect(plain('a\u001b[2Jb\u202ec\u2069\td\ne')).toBe('a[2Jbc d e');
});

test('colour follows the terminal, NO_COLOR and FORCE_COLOR', () => {
  const bold = (stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv) =>
    createStyle(stream, environment).bold('x') !== 'x';
  expect(bold({ isTTY: true }, {})).toBe(true);
  expect(bold({}, {})).toBe(false);
  expect(bold({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
  expect(bold({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
  expect(bold({}, { FORCE_COLOR: '1' })).toBe(true);
  expect(bold({ isTTY: true }, { FORCE_COLOR: '0' })).toBe(false);
});
