/** What a declaration says of a text’s being seen. */
export interface Declaration {
  readonly property: Property;
  /** Lower case; of a colour one form, or empty where it cannot be compared. */
  readonly value: string;
  readonly isImportant: boolean;
  /** Whether it hides the text by itself; colours do so in pairs. */
  readonly hides: boolean;
}

export type Property = 'display' | 'visibility' | 'opacity' | 'font-size' | 'color' | 'background-color' | 'motion';

const ZERO = /^[+-]?(?:0+(?:\.0*)?|\.0+)(?:[a-z]+|%)?$/;

const HIDES: Readonly<Record<Property, (value: string) => boolean>> = {
  display: (value) => value === 'none',
  visibility: (value) => value === 'hidden' || value === 'collapse',
  opacity: (value) => ZERO.test(value),
  'font-size': (value) => ZERO.test(value),
  color: () => false,
  'background-color': () => false,
  motion: () => false,
};

// A value that says something here is short; what is longer is a picture or a list of shadows.
const LONGEST = 200;

/** One declaration, or undefined if it has no say in what is seen. */
export function declarationOf(written: string): Declaration | undefined {
  const colon = written.indexOf(':');
  if (colon < 0 || colon > 40) return undefined;
  const whole = written
    .slice(colon + 1, colon + 1 + LONGEST)
    .trim()
    .toLowerCase();
  const raw = whole.replace(/\s*!\s*important$/, '');
  const told = meant(written.slice(0, colon).trim().toLowerCase(), raw);
  return told && { ...told, isImportant: raw !== whole, hides: HIDES[told.property](told.value) };
}

export function declarationsOf(style: string): Declaration[] {
  return settled(style.split(';').flatMap((each) => declarationOf(each) ?? []));
}

/** Of one block. What is see-through beside a movement is on its way to be seen. */
export function settled(declarations: readonly Declaration[]): Declaration[] {
  const moves = declarations.some(({ property }) => property === 'motion');
  return declarations.filter(
    ({ property, hides }) => property !== 'motion' && !(moves && hides && property === 'opacity'),
  );
}

function meant(name: string, value: string): { property: Property; value: string } | undefined {
  switch (name) {
    case 'display':
    case 'visibility':
    case 'opacity':
    case 'font-size':
      return { property: name, value };
    case 'font':
      return { property: 'font-size', value: /(?:^|\s)0(?:px|em|rem|pt|%)?(?:\s*\/|\s)/.test(value) ? '0' : value };
    case 'color':
      return { property: 'color', value: colour(value) };
    case 'background':
    case 'background-color':
      return { property: 'background-color', value: colour(value) };
    case 'background-image':
      return value === 'none' ? undefined : { property: 'background-color', value: '' };
    default:
      return /^(?:-webkit-)?(?:animation|transition)/.test(name) ? { property: 'motion', value } : undefined;
  }
}

const NAMED: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' };

/** A colour in one form. What is seen through, taken from elsewhere or a picture cannot be compared: empty. */
function colour(value: string): string {
  const hex = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(value);
  if (hex)
    return `#${hex
      .slice(1)
      .map((digit) => digit.repeat(2))
      .join('')}`;
  const rgb = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(value);
  if (rgb)
    return `#${rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  if (/^#[0-9a-f]{6}$/.test(value)) return value;
  const isNone = /^(?:transparent|inherit|initial|unset|revert|none|currentcolor)$/.test(value);
  return /^[a-z]+$/.test(value) && !isNone ? (NAMED[value] ?? value) : '';
}
