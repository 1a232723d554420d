import { baseOf } from './wording.js';

/**
 * Words of one deed: what is said with one of a line may be said with another. Lines are everyday news English, with
 * the irregular forms that taking endings off does not bring together; a word stands in one line only.
 */
const FAMILIES = [
  'die dies died dying dead death deaths kill killed killing perish fatality',
  'injure wound hurt injury injuries casualty',
  'arrest detain detention',
  'vote ballot adopt approve pass endorse back support favour favor adoption approval passage voted',
  'reject oppose rejection',
  'fall fell fallen collapse',
  'begin began begun beginning start commence',
  'end finish conclude',
  'create establish creation establishment founded',
  'sign signature',
  'buy bought purchase',
  'sell sold sale',
  'build built construct construction',
  'leave left depart departure',
  'win won victory',
  'lose lost losing loss',
  'pay paid payment',
  'cost costs price',
  'rise rose risen climb increase grow grew grown growth',
  'drop decline decrease',
  'close closed shut closure',
  'break broke broken breaking',
  'trap trapped strand',
  'send sent',
  'give gave given donate',
  'meet met meeting',
  'write wrote written',
  'hold held',
  'take took taken',
  'make made',
  'say said',
  'go went gone',
  'get got',
  'become became',
  'bring brought',
  'see saw seen',
  'protest demonstrate demonstration rally unrest riot rioting disorder',
  'truce ceasefire armistice',
  'quake earthquake',
  'flood flooding',
  'strike struck stoppage walkout',
  'blast explosion explode',
  'employ employed employer',
];
const FAMILY: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap((line) => {
    const words = line.split(' ');
    return words.flatMap((word) => [word, baseOf(word)].map((form): [string, string] => [form, words[0] ?? '']));
  }),
);

/** One key for the words of one deed: "killed", "died" and "deaths" have one. */
export function deedKey(form: string): string {
  const base = baseOf(form);
  return FAMILY.get(form) ?? FAMILY.get(base) ?? base;
}

/** Verbs that tell no deed of their own: their event is what they are said of ("the strike took place"). */
const LIGHT = new Set(
  'be is are was were been being has have had having do does did done happen occur erupt ensue follow unfold arise break take hold come came go'
    .split(' ')
    .map(deedKey),
);

export function isLight(key: string): boolean {
  return LIGHT.has(key);
}

const HAPPENINGS = new Set(
  `war conflict strike vote election referendum truce agreement treaty deal summit meeting conference protest unrest
  crisis attack raid blast flood fire quake storm crash coup revolution offensive invasion pandemic resolution visit
  trial verdict outbreak`
    .split(/\s+/)
    .map(deedKey),
);

/** Whether a noun names something that happens, so that a date can be of it. */
export function isHappening(form: string): boolean {
  return HAPPENINGS.has(deedKey(form));
}
