import { expect, test } from '@jest/globals';
import { isoDate } from '../../../src/corpus/import/iso-date.js';

test.each([
  ['2025-05-02', '2025-05-02'],
  ['2025-05-02T23:30:00-05:00', '2025-05-02'],
  ['20250502', '2025-05-02'],
  ["D:20250502080000+02'00'", '2025-05-02'],
  ['2025/5/2', '2025-05-02'],
  ['Fri, 02 May 2025 23:30:00 -0500', '2025-05-02'],
  ['2 May 2025', '2025-05-02'],
  ['Friday, May 2nd, 2025', '2025-05-02'],
  ['Sept. 12, 2025', '2025-09-12'],
  ['02.05.2025', '2025-05-02'],
  ['2. 5. 2025', '2025-05-02'],
  ['05.22.2025', undefined],
  ['03/04/2025', undefined],
  ['13/05/2024', '2024-05-13'],
  ['5/13/2024 10:00', '2024-05-13'],
  ['05/05/2024', '2024-05-05'],
  ['13/13/2024', undefined],
  ['31/02/2024', undefined],
  ['2025-02-30', undefined],
  ['9999-99-99', undefined],
  ['275760-09-13T00:00:00.001Z', undefined],
  ['-000001-01-01', undefined],
  ['May 2025', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('“%s” is %s', (raw, date) => {
  expect(isoDate(raw)).toBe(date);
});

test('an order told from elsewhere settles what could be either, and never what tells its own', () => {
  expect([
    isoDate('03/04/2025', 'day first'),
    isoDate('03/04/2025', 'month first'),
    isoDate('13/04/2025', 'month first'),
  ]).toEqual(['2025-04-03', '2025-03-04', '2025-04-13']);
});
