import { describe, expect, test } from '@jest/globals';
import { ledgerOf } from '../../src/compare/ledger.js';
import { ledgerSchema, type Ledger } from '../../src/compare/schema/deed.js';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { analyse } from '../../src/devices/analyse.js';
import { openNames, type Referent } from '../../src/devices/referent.js';

const lexicon = loadLexicon();

function referent(id: string, name: string, kind: Referent['kind'], ...terms: string[]): Referent {
  const labels = [{ label: name, terms, contested: false, why: '', source: '', finds: [], ignores: [] }];
  return { id, name, kind, labels };
}
const names = openNames(
  [
    referent('peru', 'Peru', 'state', 'peru', 'peruvian', 'lima'),
    referent('chile', 'Chile', 'state', 'chile', 'chilean'),
    referent('soto', 'Maria Soto', 'person', 'soto', 'peruvian president'),
    referent('dockers', 'The dockers’ union', 'group', "dockers' union"),
  ],
  lexicon.inflect,
);

function ledger(text: string): Ledger {
  const analysis = analyse(text, lexicon, names);
  return ledgerOf(
    analysis,
    analysis.reading.sentences.map((_, index) => index),
    names,
  );
}

/** A line a deed: who | does | to whom, by referent where there is one; "?" where a reader must decide. */
function deeds(text: string): string[] {
  const party = (named: Ledger['deeds'][number]['actor']): string =>
    named === null ? '–' : (named.referent ?? `“${named.name}”`);
  return ledger(text).deeds.map(
    ({ actor, verb, target, form, needsReview, voice }) =>
      `${needsReview ? '? ' : ''}${party(actor)} | ${verb} | ${party(target)}${form === 'active' ? '' : ` (${form})`}${voice === 'author' ? '' : ` [${voice}]`}`,
  );
}

describe('who acts', () => {
  test.each<[string, string, ...string[]]>([
    ['is who the head names', 'President Maria Soto met the miners.', 'soto | met | “the miners”'],
    ['is the state for its government', 'The Peruvian government closed the border.', 'peru | closed | “the border”'],
    ['is the state for its army', 'Peru’s army blocked the road.', 'peru | blocked | “the road”'],
    ['is no state for its flags', 'Peruvian flags covered the square.'],
    ['is no state for its politicians', 'Chilean politicians praised Peru.', '“Chilean politicians” | praised | peru'],
    [
      'is no holder of an office for a former one',
      'The former Peruvian president praised Chile.',
      '“The former Peruvian president” | praised | chile',
    ],
    [
      'is each of two',
      'Peru and Chile signed the treaty.',
      'peru | signed | “the treaty”',
      'chile | signed | “the treaty”',
    ],
    [
      'is whom a pronoun can only mean',
      'Lima raised the tariff. It also closed two ports.',
      'peru | raised | “the tariff”',
      'peru | closed | “two ports”',
    ],
    [
      'stays open where a pronoun can mean two',
      'Peru sued Chile. It had blocked the port of Lima and of Peru for Chile, and it attacked Peru.',
      'peru | sued | chile',
      '? “it” | attacked | peru',
    ],
    [
      'is the same for two pronouns in a row',
      'Lima raised the tariff. It likes the fish of Chile, it closed two ports of Chile, and it paid.',
      'peru | raised | “the tariff”',
      'peru | likes | “the fish of Chile”',
      'peru | closed | “two ports of Chile”',
      'peru | paid | –',
    ],
    [
      'stays open where the pronoun’s name stands before another head',
      'The talks with Chile and Peru failed. It blamed Peru.',
      '? “It” | blamed | peru',
    ],
    [
      'is the speaker’s claim in reported words',
      'The mayor said that Chile had poisoned the river.',
      'chile | had poisoned | “the river” [reported]',
    ],
    [
      'is quoted in quoted words',
      '“Chile has stolen our water for many years,” said the farmer.',
      'chile | has stolen | “our water” [quoted]',
    ],
  ])('%s', (_, text, ...told) => {
    expect(deeds(text)).toEqual(told);
  });
});

describe('no deed is', () => {
  test.each([
    ['a condition', 'Unless Peru imposes a toll, insists on talks and helps Chile, the port will close.'],
    ['a condition without "if"', 'Had Peru blocked the port, Chile would have paid.'],
    ['what follows from a condition', 'If Peru blocks the port, Chile pays.'],
    ['a main clause as open as its condition', 'Peru pays Chile if the river rises.'],
    ['a question', 'Did Peru block the port? Who told you that Chile sued Peru?'],
    ['a question that is reported', 'The judge asked whether Peru had blocked the port.'],
    ['what is called untrue', 'It is false that Peru blocked the port. It is a myth that Chile sued Peru.'],
    ['what something does not mean', 'This does not mean Chile is buying the port, nor that Peru sued it.'],
    ['what nothing shows', 'There is no evidence that Peru blocked the port.'],
    ['what somebody denies', 'The mayor rejected the claim that Peru blocked the port.'],
    ['what somebody hopes', 'The mayor hopes that Peru blocks the port.'],
    ['what happens without', 'The ships left without Peru closing the port.'],
    ['what is only alleged', 'Peru allegedly blocked the port.'],
    ['what no one did', 'Nobody sued Peru. No one blocked Chile. None of the banks helped Peru.'],
    ['what is awaited', 'Ships will stay in port until Peru signs the treaty with Chile.'],
  ])('%s', (_, text) => {
    expect(deeds(text)).toEqual([]);
  });

  test('a modal, but it stays in the verb', () => {
    expect(deeds('Peru may impose a toll. Chile could have sued Peru.')).toEqual([
      'peru | may impose | “a toll”',
      'chile | could have sued | peru',
    ]);
  });

  test.each<[string, ...string[]]>([
    ['Dozens of ships, if not hundreds, left when Peru closed the port.', 'peru | closed | “the port”'],
    ['The judge asked if Peru had paid, but Chile sued the firm.', 'chile | sued | “the firm”'],
    ['Peru sued the firm although nobody had asked.', 'peru | sued | “the firm”'],
  ])('something that stands beside one: %s', (text, ...told) => {
    expect(deeds(text)).toEqual(told);
  });
});

describe('a blank', () => {
  test.each<[string, string, ...string[]]>([
    [
      'is kept though nobody in it is a referent',
      'Riots erupted. Two men were arrested.',
      '– | erupted | “Riots” (intransitive)',
      '– | were arrested | “Two men” (agentless)',
    ],
    ['is filled by its own "by"', 'The bridge was closed by Peru.', 'peru | was closed | “The bridge” (passive)'],
    ['is not filled by a time or a means', 'Peru was cut off by Friday.', '– | was cut off | peru (agentless)'],
    ['shows its denial', 'The claim was never proved.', '– | was never proved | “The claim” (agentless)'],
  ])('%s', (_, text, ...told) => {
    expect(deeds(text)).toEqual(told);
  });
});

test('leaves out what is only said, which the speakers show', () => {
  expect(deeds('Peru said that the talks would be long. Peru accused Chile of theft.')).toEqual([
    'peru | accused | chile',
  ]);
});

test('counts acts, being acted upon, blanks and reviews', () => {
  const { actors, blanks, reviews } = ledger(
    'Peru sued Chile. Chile was warned. The mayor of the port and the bishop praised Peru. Peru paid.',
  );
  expect({ actors, blanks, reviews }).toEqual({
    actors: [
      { referent: 'peru', name: 'Peru', acts: 2, actedUpon: 1 },
      { referent: 'chile', name: 'Chile', acts: 0, actedUpon: 2 },
    ],
    blanks: 1,
    reviews: 1,
  });
});

test('gives nothing for no sentences', () => {
  expect(ledgerOf(analyse('Peru sued Chile.', lexicon, names), [], names)).toEqual({
    deeds: [],
    actors: [],
    blanks: 0,
    reviews: 0,
  });
});

test('swaps results when names are swapped', () => {
  const text = 'Peru sued Chile. The Chilean army was blamed by Peru. Chile refused to pay.';
  const swap = (words: string): string =>
    words.replace(
      /Peru|Chile|peru\b|chile\b/g,
      (name) => ({ Peru: 'Chile', Chile: 'Peru', peru: 'chile', chile: 'peru' })[name] ?? name,
    );
  const mirrored = text.replace(
    /Chilean|Peru|Chile/g,
    (name) => ({ Chilean: 'Peruvian', Peru: 'Chile', Chile: 'Peru' })[name] ?? name,
  );
  expect(deeds(mirrored).map(swap)).toEqual(deeds(text).map((line) => line));
});

test('points into the stored text and keeps its schema, on every topic of the seeds', () => {
  const { topics, documents, compareTopic } = openSeedLibrary();
  const wrong = topics.flatMap((topic) =>
    compareTopic(topic).documents.flatMap(({ id, ledger: found }) => {
      const text = documents.find((document) => document.id === id)?.text ?? '';
      const spans = found.deeds.flatMap((deed) => [
        deed,
        ...(deed.actor ? [deed.actor] : []),
        ...(deed.target ? [deed.target] : []),
      ]);
      const astray = spans.filter((span) => text.slice(span.start, span.end) !== span.text);
      return [...astray, ...(ledgerSchema.safeParse(found).error?.issues ?? [])];
    }),
  );
  expect(wrong).toEqual([]);
});
