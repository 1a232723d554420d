/** What an element must have: its name, its id and its classes, as far as they are asked for. */
export interface Selector {
  readonly element: string | undefined;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  /** CSS specificity as one number: 10,000 an id, 100 a class, 1 an element. */
  readonly weight: number;
  /** False where more is asked than is looked at here: an ancestor, an attribute, another state. */
  readonly isWhole: boolean;
}

const NAME = '(?:[\\w-]|[^\\x00-\\x7f]|\\\\[^\\n])+';
const SIMPLE = new RegExp(`^(\\*|[a-z][a-z0-9-]*)?((?:[.#]${NAME})*)$`, 'i');
const PART = new RegExp(`([.#])(${NAME})`, 'g');
/** What a reader would have to do first, and what is no element of the page. */
const ANOTHER_STATE = /::|:(?:hover|focus|active|target|checked|open|before|after|first-l|visited)/i;
const MOST_WEIGHT = 999_999;
const LONGEST = 500;

/**
 * One selector of a list. Of a longer one, `.menu > .item`, the last part is given and said not to be all of it, if it
 * names a class or an id: an element’s name alone would stand for half of the page.
 * @returns undefined for what never matches the page as it is first shown, or cannot be told
 */
export function selectorOf(written: string): Selector | undefined {
  const whole = written.trim();
  if (whole === '' || whole.length > LONGEST || ANOTHER_STATE.test(whole)) return undefined;
  const simple = simpleOf(whole);
  if (simple) return { ...simple, weight: weightOf(whole), isWhole: true };
  // Spaces and signs within brackets part nothing.
  const plain = whole.replace(/\[[^\]]*\]|\([^()]*\)/g, '').replace(/:[a-z-]+/gi, '');
  const last = simpleOf(/[^\s>+~]*$/.exec(plain)?.[0] ?? '');
  if (last === undefined || last.ids.length + last.classes.length === 0) return undefined;
  return { ...last, weight: weightOf(whole), isWhole: false };
}

function simpleOf(written: string): Pick<Selector, 'element' | 'ids' | 'classes'> | undefined {
  const found = SIMPLE.exec(written);
  if (written === '' || !found) return undefined;
  const parts = [...(found[2] ?? '').matchAll(PART)].map(([, sign, name = '']) => ({ sign, name: unescaped(name) }));
  return {
    element: found[1] === '*' ? undefined : found[1]?.toLowerCase(),
    ids: parts.filter(({ sign }) => sign === '#').map(({ name }) => name),
    classes: parts.filter(({ sign }) => sign === '.').map(({ name }) => name),
  };
}

function weightOf(written: string): number {
  const plain = written.replace(/\\[^\n]/g, '_');
  const count = (pattern: RegExp): number => plain.match(pattern)?.length ?? 0;
  const weight = 10_000 * count(/#/g) + 100 * count(/[.[]|(?<!:):(?!:)/g) + count(/(?:^|[\s>+~])[a-z]/gi);
  return Math.min(MOST_WEIGHT, weight);
}

/** `md\:block` is written for the class `md:block`, `\32xl` for `2xl`. */
function unescaped(name: string): string {
  return name.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(0x10ffff, parseInt(code, 16))),
  );
}
