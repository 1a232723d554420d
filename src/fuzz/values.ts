import fc, { type Arbitrary } from 'fast-check';

/** What tends to break a program that reads it. */
const TRICKS = [
  '',
  ' ',
  '0',
  '-1',
  '1e400',
  '9007199254740993',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '__proto__',
  'constructor',
  'toString',
  '=1+1',
  '../../etc/passwd',
  'C:\\CON',
  '<script>alert(1)</script>',
  '"><img src=x>',
  '<%= 7*7 %>',
  '$&$1',
  "' OR 1=1 --",
  'NEAR("a" "b", 1)',
  '"',
  '*',
  'a* OR',
  '\0',
  '\r\nX: y',
  '\u202e\u2066',
  '\ud800',
  '\u{1f600}'.repeat(50),
  'e' + '\u0301'.repeat(200),
  'a'.repeat(5_000),
  '('.repeat(300),
  '2024-02-30',
  'javascript:alert(1)',
  '0-5',
  '5-0',
];

/** Something of each kind that a form, an address or a JSON value may hold. */
export const value: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TRICKS) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.integer().map(String) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)) },
);

const WORDS =
  'The council said that rents rose after a so-called reform while the regime claimed victory on Monday'.split(' ');

/** A text that would be taken, short enough to be analysed in a moment. */
export const prose: Arbitrary<string> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 5, maxLength: 60 })
  .map((words) => `${words.join(' ')}.`);

/** Printable and so allowed in a header. */
export const headerValue: Arbitrary<string> = fc.string({ maxLength: 30 }).map((text) => text.trim());

export const token: Arbitrary<string> = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/);
