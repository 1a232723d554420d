import { inflections } from '../inflect.js';

// Short general lists that a tagger without a parse needs. Forms are the readings' own: small letters, one spelling.

const inflect = inflections([]);

function verbs(lemmas: string, irregular = ''): ReadonlySet<string> {
  return new Set([...words(lemmas).flatMap((lemma) => inflect(lemma, 'verb')), ...words(irregular)]);
}

function words(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

export const BE: ReadonlySet<string> = new Set(words("be am is are was were been being 's 're 'm"));
export const GET: ReadonlySet<string> = new Set(words('get gets got gotten getting'));
export const HAVE: ReadonlySet<string> = new Set(words("have has had having 've"));

/** No deeds: being, having, seeming, holding, measuring. */
const STATES = verbs(
  'seem appear remain sound contain include consist comprise belong own cost weigh depend resemble exist mean constitute represent concern deserve lie matter prove lack possess tend boast number need',
  'become becomes became becoming meant lay lain proven',
);

/** Happenings told without a doer; the weaker ones only of an event (`EVENTS`). */
export const HAPPENING = verbs(
  'erupt ensue occur happen unfold transpire materialize',
  'arise arises arose arisen arising take takes took taken taking break breaks broke broken breaking',
);
export const WEAKLY_HAPPENING = verbs(
  'emerge escalate flare follow intensify mount worsen deteriorate subside resume continue simmer persist recur',
  'rise rises rose risen rising begin begins began begun break breaks broke spread spreads grow grows grew grown',
);
/** "take place", "break out": these happen only with their second word. */
export const HAPPENS_WITH: ReadonlyMap<string, string> = new Map([
  ...words('take takes took taken taking').map((form): [string, string] => [form, 'place']),
  ...words('break breaks broke broken breaking').map((form): [string, string] => [form, 'out']),
]);
export const EVENTS: ReadonlySet<string> = new Set(
  words(
    'riot protest clash tension violence unrest war conflict fighting battle crisis strike fire blaze flood storm skirmish hostility dispute demonstration panic chaos controversy outbreak explosion crackdown row outcry pressure trouble shooting killing looting disorder',
  ).flatMap((noun) => inflect(noun, 'noun')),
);

/** Verbs whose clause may follow at once ("said Russia had left"). */
export const TAKES_CLAUSE = verbs(
  'claim believe argue warn insist fear hope report admit deny suggest note add announce confirm allege show stress acknowledge concede vow pledge predict reveal indicate assume expect agree complain declare assert maintain mention doubt discover decide learn remember realize recall emphasize explain conclude estimate highlight',
  'say says said saying think thinks thought know knows knew known feel feels felt mean means meant find finds found hear hears heard see sees saw understand understands understood state states stated told tell tells swear swore sworn',
);
/** Verbs of saying that stand before their subject ("…, said the mayor") and take nobody as their object. */
export const SAYS: ReadonlySet<string> = new Set(
  words(
    'say says said add adds added explain explains explained reply replies replied argue argues argued insist insists insisted claim claims claimed note notes noted conclude concluded write writes wrote state stated declare declared recall recalled',
  ),
);
/** "accused X of hiding": X is the one who would hide. */
export const BLAMES = verbs(
  'accuse blame suspect charge convict criticize condemn praise fault denounce punish fine jail rebuke thank slam commend prosecute sue arrest indict',
);
/** "is expected to leave": the subject leaves; behind other passives ("was urged to leave") it is only spoken to. */
export const RAISES: ReadonlySet<string> = new Set(
  words(
    'expected said alleged believed reported supposed thought known set scheduled due projected forecast destined poised prepared determined inclined bound',
  ),
);
/** "urged the mayor to resign": the object is who would resign. */
export const CONTROLS = verbs(
  'ask want urge challenge inspire order allow force expect cause encourage invite persuade press push pressure remind warn call help like need',
  'tell tells told telling get gets got getting lead leads led leading',
);
export const CONTINUES_WITH_ING = verbs(
  'start stop resume continue avoid finish quit cease risk',
  'begin begins began begun keep keeps kept go goes went',
);
export const HELPS = verbs('help');
/** "was able to", "is ready to": their infinitive is what the subject does. */
export const ABLE: ReadonlySet<string> = new Set(
  words(
    'able unable set due likely unlikely ready willing unwilling poised keen eager free quick slow bound sure certain reluctant prepared determined',
  ),
);
/** Participles that tell a state: "is interested in", "was concerned". */
const STATIVE: ReadonlySet<string> = new Set(
  words(
    'interested concerned worried involved based located situated committed opposed prepared supposed married related tired pleased disappointed surprised convinced determined dedicated accustomed used inclined devoted excited satisfied frustrated linked aimed born alarmed ashamed scared annoyed bored confused delighted qualified experienced limited mistaken deserted advanced crowded dead set',
  ),
);

/** What two sides have with each other: a deal is done "with" someone. */
export const BONDS: ReadonlySet<string> = new Set(
  words(
    'alliance deal agreement treaty pact accord contract talk negotiation tie relation relationship partnership truce ceasefire meeting bond link',
  ).flatMap((noun) => inflect(noun, 'noun')),
);

/** Whose subject is done to: "faced criticism from the union". */
export const UNDERGOES = verbs('face suffer endure incur receive', 'undergo undergoes underwent undergone undergoing');
/** The same, where a "from" says by whom. */
export const GETS_FROM = verbs('draw attract', 'get gets got getting drew drawn');
export const REACTIONS: ReadonlySet<string> = new Set(
  words(
    'criticism condemnation praise anger outrage support backing help aid approval backlash rebuke protest threat pressure funding attack order warning invitation',
  ).flatMap((noun) => inflect(noun, 'noun')),
);

const PARTICLES: ReadonlySet<string> = new Set(
  words('up out down off away back over forward apart together aside through'),
);

export const ENDS_IN_OFF = verbs(
  'call pay lay fend stave kick ward seal turn rip',
  'cut cuts cutting sell sells sold put puts set sets shut shuts fought write writes wrote written',
);

const PAIRS: ReadonlyMap<string, ReadonlySet<string>> = pairs({
  'vote fight argue campaign speak rule': 'for against',
  'protest demonstrate rally march act warn retaliate lobby testify appeal rebel conspire plot strike move discriminate':
    'against',
  'call push press apologize account care': 'for',
  'call rely focus insist crack clamp comment spy prey capitalize build encroach infringe': 'on upon',
  'interfere meddle intervene invest engage participate': 'in',
  'respond react object agree listen reply turn submit cozy cosy stand appeal refer yield surrender': 'to',
  'side clash deal cooperate negotiate ally align cope collude comply tamper interfere break': 'with',
  'withdraw benefit profit suffer': 'from',
  'fire shoot aim': 'at',
});

const IRREGULAR = new Map([
  ['fought', 'fight'],
  ['spoke', 'speak'],
  ['spoken', 'speak'],
  ['dealt', 'deal'],
  ['stood', 'stand'],
  ['withdrew', 'withdraw'],
  ['withdrawn', 'withdraw'],
  ['struck', 'strike'],
  ['shot', 'shoot'],
  ['broke', 'break'],
]);

function pairs(table: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [lemmas, prepositions] of Object.entries(table)) {
    for (const form of verbs(lemmas)) found.set(form, new Set([...(found.get(form) ?? []), ...words(prepositions)]));
  }
  return found;
}

/** Whether the verb and the preposition make one act, whose target the preposition leads to: "voted against". */
export function pairsWith(verb: string, preposition: string): boolean {
  return PAIRS.get(IRREGULAR.get(verb) ?? verb)?.has(preposition) === true;
}

export function isState(verb: string): boolean {
  return STATES.has(verb) || BE.has(verb) || HAVE.has(verb);
}

export function isStative(participle: string): boolean {
  return STATIVE.has(participle);
}

export function isParticle(form: string): boolean {
  return PARTICLES.has(form);
}

/** Participles that are no past tense: alone they are no finite verb ("seen from here", "the bridge broken by the flood"). */
const ONLY_PARTICIPLE: ReadonlySet<string> = new Set(
  words(
    'taken given seen done known written shown driven broken spoken chosen stolen fallen beaten forgotten hidden sworn torn worn drawn grown blown thrown flown begun sung drunk gone been frozen shaken woken eaten forbidden forgiven mistaken overthrown withdrawn undertaken overtaken arisen risen born borne proven',
  ),
);

export function isOnlyParticiple(form: string): boolean {
  return ONLY_PARTICIPLE.has(form);
}

/** Past tense and participle alike: "the plan opposed by unions", "unions opposed the plan". */
export function mayBeParticiple(form: string): boolean {
  return form.endsWith('ed') || ALIKE.has(form) || ONLY_PARTICIPLE.has(form);
}
const ALIKE: ReadonlySet<string> = new Set(
  words(
    'built brought bought caught held led left lost made met paid put read said sent set shot sold struck taught told thought won found fought hit cut hurt kept felt heard dealt bound fed fled spent lent bent sought seized shut split spread hung understood',
  ),
);

/** A noun phrase that tells when, not who. */
const TIMES: ReadonlySet<string> = new Set(
  words(
    'time year month week day morning afternoon evening night decade century summer winter spring autumn moment today yesterday tomorrow tonight hour minute weekend monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
  ).flatMap((noun) => inflect(noun, 'noun')),
);

export function isTime(form: string): boolean {
  return TIMES.has(form);
}

/** Calendar names; "may" and "march" only where the tagger takes them for nouns. */
export function isCalendar(form: string): boolean {
  return /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
    form,
  );
}
