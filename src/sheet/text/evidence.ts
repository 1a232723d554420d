import type { Comparison } from '../../compare/schema/comparison.js';
import type { Absence } from '../../compare/schema/place.js';
import type { Statement } from '../../compare/schema/statement.js';
import { heading, oneLine, wrapped } from './lines.js';

type Shorts = (document: string) => string;

/** What a comparison holds beside its passages, a block a part; parts with nothing in them are left out. */
export function evidenceTexts(comparison: Comparison): string[] {
  const shorts = new Map(comparison.documents.map(({ id, short }) => [id, short]));
  const short: Shorts = (id) => shorts.get(id) ?? id;
  const parts: [string, string[]][] = [
    [
      'One text under two names',
      comparison.copies.map(({ documents, share }) =>
        wrapped(`${documents.map(short).join(' and ')} share ${Math.round(share * 100)} % of their wording.`, '  '),
      ),
    ],
    ['Said by more than one source', comparison.statements.map((each) => statementText(each, short))],
    ['Facts, checked against each other', comparison.facts.map((each) => factText(each, short))],
    ['Who acts, and on whom', comparison.documents.flatMap(deedTexts)],
    ['Frames', comparison.documents.flatMap(frameTexts)],
    [`Words that set a source apart from ${contrasted(comparison, short)}`, keywordTexts(comparison, short)],
    ['Is it ever said of the other side?', symmetryTexts(comparison, short)],
    ['How firm these figures are', comparison.documents.flatMap(firmnessTexts)],
  ];
  return parts.flatMap(([title, rows]) => (rows.length > 0 ? [[heading(title), ...rows].join('\n')] : []));
}

function statementText({ shared, similarity, sentences, pairs, absent }: Statement, short: Shorts): string {
  return [
    wrapped(`* ${shared.join(', ')} (similarity ${similarity.toFixed(2)})`, '  '),
    ...sentences.map(({ document, text, voice, speaker }) =>
      wrapped(`${short(document)}${voice === 'author' ? '' : ` (${speaker ?? voice})`}: ${oneLine(text)}`, '    '),
    ),
    ...absent.map((each) => wrapped(`${short(each.document)}: ${absenceText(each)}`, '    ')),
    ...pairs.flatMap(({ from, to, difference }) =>
      (difference?.slots ?? []).flatMap((slot) =>
        slot.note === null
          ? []
          : [
              wrapped(
                `${short(from.document)} to ${short(to.document)}: -${oneLine(slot.from) || 'nothing'} +${oneLine(slot.to) || 'nothing'}: ${slot.note}`,
                '      ',
              ),
            ],
      ),
    ),
  ].join('\n');
}

const REASONS: Record<Absence['reason'], string> = {
  silent: 'silent',
  'before-event': 'published before the event',
  'not-said': 'nothing on this',
  near: 'something near it, matched elsewhere or in too little',
};

function absenceText({ reason, searched, nearest }: Omit<Absence, 'document'>): string {
  const near = nearest ? `; nearest: ${oneLine(nearest.text)}` : '';
  return `${REASONS[reason]}. Looked for ${searched.join(', ') || 'nothing'}${near}`;
}

function factText({ kind, what, cells }: Comparison['facts'][number], short: Shorts): string {
  const told = cells.map(({ document, is, values }) => {
    const said = values.map(({ text }) => `"${oneLine(text)}"`).join(', ');
    return `${short(document)} ${said === '' ? 'absent' : said}${is === 'states' || is === 'absent' ? '' : ` (${is.replace('-', ' ')})`}`;
  });
  return wrapped(`${kind}, ${oneLine(what)}: ${told.join('; ')}`, '  ');
}

function deedTexts({ short, ledger }: Comparison['documents'][number]): string[] {
  return ledger.deeds.map(({ actor, verb, target, form, voice, needsReview }) => {
    const doer = actor ? oneLine(actor.name) : needsReview ? '(not certain)' : '(nobody named)';
    const how = [
      form === 'passive' ? form : '',
      voice === 'author' ? '' : `${voice} words`,
      needsReview ? 'needs review' : '',
    ];
    const told = how.filter((each) => each !== '').join(', ');
    return wrapped(
      `${short}: doer ${doer}; "${oneLine(verb)}"${target ? `; done to ${oneLine(target.name)}` : ''}${told === '' ? '' : ` (${told})`}`,
      '  ',
    );
  });
}

function frameTexts({ short, frames, counts }: Comparison['documents'][number]): string[] {
  return frames.map(({ name, sentences }) => {
    const cues = [...new Set(sentences.flatMap((each) => each.cues.map(({ text }) => oneLine(text))))];
    return wrapped(
      `${short}, ${name}: ${sentences.length} of ${counts.sentences} sentences (${cues.join(', ')})`,
      '  ',
    );
  });
}

function contrasted({ contrast }: Comparison, short: Shorts): string {
  return contrast.reference === null ? 'all others' : short(contrast.reference);
}

function keywordTexts({ contrast, documents }: Comparison, short: Shorts): string[] {
  const reference = documents.find(({ id }) => id === contrast.reference);
  if (reference && reference.coverage !== 'covered') return [`  ${reference.short} does not speak of the topic.`];
  return contrast.documents.flatMap(({ document, keywords }) =>
    keywords.map(({ phrase, count, words, otherCount, otherWords, z, low, high, verdict }) =>
      wrapped(
        `${short(document)}: ${phrase}, ${count} in ${words} words against ${otherCount} in ${otherWords}; z ${z.toFixed(1)}, log-odds ${low.toFixed(1)} to ${high.toFixed(1)}, ${verdict === 'holds' ? 'holds' : 'too few to tell'}`,
        '  ',
      ),
    ),
  );
}

function symmetryTexts({ symmetry }: Comparison, short: Shorts): string[] {
  return symmetry.flatMap(({ documents }) =>
    documents.flatMap(({ document, uses, never }) =>
      uses.map(({ referent, name, relation, places }) => {
        const words = [...new Set(places.map(({ text }) => oneLine(text)))].join(', ');
        const not = never.length > 0 ? `; neither word of ${never.join(', ')}` : '';
        return wrapped(
          `${short(document)}: ${words} ${referent === null ? '(of whom is not certain)' : `${relation} ${name}`}${not}`,
          '  ',
        );
      }),
    ),
  );
}

function firmnessTexts({ short, fragility }: Comparison['documents'][number]): string[] {
  return fragility.map(({ score, value, low, high, verdict, without }) => {
    const interval = low === null || high === null ? '' : ` (${low.toFixed(2)} to ${high.toFixed(2)})`;
    const told =
      verdict === 'flips'
        ? `turns without ${without ?? 'one part'}`
        : verdict === 'too-few'
          ? 'too few sentences'
          : verdict === 'unsure'
            ? 'unsure, the interval holds 0'
            : 'holds';
    return wrapped(`${short}, ${score}: ${value === null ? 'not scored' : value.toFixed(2)}${interval}, ${told}`, '  ');
  });
}
