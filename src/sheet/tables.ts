import type { Comparison } from '../compare/schema/comparison.js';
import type { ComparedDocument } from '../compare/schema/document.js';
import type { Absence } from '../compare/schema/place.js';
import type { Cell } from './csv.js';

/** The tables of a comparison beside its passages, each with its head. */
export const TABLES = {
  statements: statementRows,
  differences: differenceRows,
  alone: aloneRows,
  facts: factRows,
  speakers: speakerRows,
  deeds: deedRows,
  frames: frameRows,
  contrast: contrastRows,
  names: nameRows,
  symmetry: symmetryRows,
  fragility: fragilityRows,
  silence: silenceRows,
  'taken-out': takenOutRows,
  copies: copyRows,
} as const satisfies Record<string, (comparison: Comparison) => Cell[][]>;

/** A row a sentence, and a row for each document that does not say it. */
function statementRows({ statements }: Comparison): Cell[][] {
  return [
    ['statement', 'similarity', 'shared', 'document', 'start', 'end', 'text', 'voice', 'speaker', ...ABSENCE],
    ...statements.flatMap(({ id, similarity, shared, sentences, absent }) => [
      ...sentences.map(({ document, start, end, text, voice, speaker }) => [
        ...[id, similarity, joined(shared), document, start, end, text, voice, speaker],
        ...ABSENCE.map(() => null),
      ]),
      ...absent.map((each) => [
        ...[id, similarity, joined(shared), each.document, null, null, null, null, null],
        ...absenceCells(each),
      ]),
    ]),
  ];
}

/** A row a slot that is not the same. */
function differenceRows({ statements }: Comparison): Cell[][] {
  return [
    ['statement', 'from', 'to', 'similarity', 'kind', 'words of from', 'words of to', 'devices', 'note'],
    ...statements.flatMap(({ id, pairs }) =>
      pairs.flatMap(({ from, to, similarity, difference }) =>
        (difference?.slots ?? [])
          .filter(({ kind }) => kind !== 'same')
          .map((slot) => [
            ...[id, from.document, to.document, similarity],
            ...[slot.kind, slot.from.trim(), slot.to.trim(), joined(slot.devices), slot.note],
          ]),
      ),
    ),
  ];
}

function aloneRows({ sole }: Comparison): Cell[][] {
  return [
    ['document', 'start', 'end', 'text', 'nearest document', 'nearest', 'similarity', 'shared'],
    ...sole.map(({ document, start, end, text, nearest }) => [
      ...[document, start, end, text],
      ...[nearest?.document ?? null, nearest?.text ?? null, nearest?.similarity ?? null, joined(nearest?.shared ?? [])],
    ]),
  ];
}

function factRows({ facts }: Comparison): Cell[][] {
  return [
    ['fact', 'kind', 'what', 'document', 'is', 'value', 'start', 'end', 'text', ...ABSENCE],
    ...facts.flatMap(({ id, kind, what, cells }) =>
      cells.flatMap(({ document, is, values, absent }): Cell[][] => {
        const head = [id, kind, what, document, is];
        if (values.length === 0) return [[...head, null, null, null, null, ...absenceCells(absent)]];
        return values.map(({ value, start, end, text }) => [
          ...[...head, value, start, end, text],
          ...ABSENCE.map(() => null),
        ]);
      }),
    ),
  ];
}

function speakerRows({ documents }: Comparison): Cell[][] {
  return [
    ['document', 'speaker', 'cue', 'stance', 'start', 'end', 'own sentences', 'given sentences'],
    ...documents.flatMap(({ id, speakers, claims }) =>
      speakers.flatMap(({ speaker, cues }) =>
        cues.map(({ cue, stance, start, end }) => [id, speaker, cue, stance, start, end, claims.own, claims.given]),
      ),
    ),
  ];
}

function deedRows({ documents }: Comparison): Cell[][] {
  return [
    ['document', 'sentence start', 'actor', 'verb', 'acted upon', 'form', 'voice', 'needs review', 'start', 'end'],
    ...documents.flatMap(({ id, ledger }) =>
      ledger.deeds.map(({ sentence, actor, verb, target, form, voice, needsReview, start, end }) => [
        ...[id, sentence, actor?.name ?? null, verb, target?.name ?? null],
        ...[form, voice, needsReview ? 'yes' : 'no', start, end],
      ]),
    ),
  ];
}

function frameRows({ documents }: Comparison): Cell[][] {
  return [
    ['document', 'frame', 'share of sentences', 'sentence start', 'cue', 'start', 'end'],
    ...documents.flatMap(({ id, frames }) =>
      frames.flatMap(({ frame, share, sentences }) =>
        sentences.flatMap((sentence) =>
          sentence.cues.map(({ text, start, end }) => [id, frame, share, sentence.start, text, start, end]),
        ),
      ),
    ),
  ];
}

function contrastRows({ contrast }: Comparison): Cell[][] {
  return [
    [
      'document',
      'set against',
      'phrase',
      'count',
      'words',
      'other count',
      'other words',
      'log-odds',
      'low',
      'high',
      'z',
      'verdict',
    ],
    ...contrast.documents.flatMap(({ document, keywords }) =>
      keywords.map(({ phrase, count, words, otherCount, otherWords, logOdds, low, high, z, verdict }) => [
        ...[document, contrast.reference ?? 'all others', phrase, count, words, otherCount, otherWords],
        ...[logOdds, low, high, z, verdict],
      ]),
    ),
  ];
}

function nameRows({ documents }: Comparison): Cell[][] {
  return [
    ['document', 'referent', 'label', 'contested', 'count', 'not in own voice'],
    ...documents.flatMap(({ id, labels }) =>
      labels.flatMap(({ name, uses }) =>
        uses.map(({ label, contested, count, quoted }) => [id, name, label, contested ? 'yes' : 'no', count, quoted]),
      ),
    ),
  ];
}

function symmetryRows({ symmetry }: Comparison): Cell[][] {
  return [
    ['pair', 'word', 'mirror', 'document', 'relation', 'used of', 'text', 'mirrored', 'start', 'end', 'never of'],
    ...symmetry.flatMap(({ id, word, mirror, documents }) =>
      documents.flatMap(({ document, uses, never }) =>
        uses.flatMap(({ referent, name, relation, places }) =>
          places.map(({ text, mirrored, start, end }) => [
            ...[id, word, mirror, document, ...(referent === null ? [null, null] : [relation, name])],
            ...[text, mirrored ? 'yes' : 'no', start, end, joined(never)],
          ]),
        ),
      ),
    ),
  ];
}

function fragilityRows({ documents }: Comparison): Cell[][] {
  return [
    ['document', 'score', 'value', 'low', 'high', 'with quoted words', 'least', 'most', 'verdict', 'without'],
    ...documents.flatMap(({ id, fragility }) =>
      fragility.map(({ score, value, low, high, withQuoted, least, most, verdict, without }) => [
        ...[id, score, value, low, high],
        ...[withQuoted, least, most, verdict, without],
      ]),
    ),
  ];
}

function silenceRows({ documents }: Comparison): Cell[][] {
  return [
    ['document', 'start', 'end', 'nearest miss', 'holds', 'lacks'],
    ...documents
      .filter(({ coverage }) => coverage === 'silent')
      .map(({ id, nearestMiss: miss }: ComparedDocument) => [
        ...[id, miss?.start ?? null, miss?.end ?? null, miss?.text ?? null],
        ...[joined(miss?.met ?? []), joined((miss?.missing ?? []).map((group) => group.join(' or ')))],
      ]),
  ];
}

const ABSENCE = ['absent', 'searched', 'nearest', 'nearest start', 'nearest similarity'] as const;

function absenceCells(absence: Omit<Absence, 'document'> | null): Cell[] {
  if (!absence) return ABSENCE.map(() => null);
  const { reason, searched, nearest } = absence;
  return [reason, joined(searched), nearest?.text ?? null, nearest?.start ?? null, nearest?.similarity ?? null];
}

/** Sentences that the cues found and a reader took out. */
function takenOutRows({ documents }: Comparison): Cell[][] {
  return [
    ['document', 'start', 'end', 'text', 'note'],
    ...documents.flatMap(({ id, takenOut }) =>
      takenOut.map(({ start, end, text, note }) => [id, start, end, text, note]),
    ),
  ];
}

function copyRows({ copies }: Comparison): Cell[][] {
  return [['document', 'other document', 'share'], ...copies.map(({ documents, share }) => [...documents, share])];
}

function joined(words: readonly string[]): string {
  return words.join('; ');
}
