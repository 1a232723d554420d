import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import type { Document } from '../../src/corpus/corpus.js';
import type { Library } from '../../src/corpus/library.js';

/** One address of each kind. */
export const PAGES = [
  '/',
  '/topics/recognition-votes',
  '/topics/new-caledonia?devices=loaded-terms,sentiment&voice=all',
  '/topics/recognition-votes?reference=003&pair=004,001',
  "/topics?q=Turkey's+part+in+the+conflict",
  '/documents/003',
  '/terms',
  '/terms/loaded-terms/separatist',
  '/terms/naming/karabakh/nagorno-karabakh',
  '/names',
  '/method',
  '/topics/minsk-group/sheet',
  '/topics/minsk-group/sheet?paper=letter',
  '/topics/recognition-votes/sheet?pair=001,003',
];

export const SCRIPT = '<script>alert("x")</script>';

/** The seeds with hostile strings wherever a document or a topic brings text of its own. */
export function hostileLibrary(): Library {
  const seeds = openSeedLibrary();
  const stated = { is: SCRIPT, stated: SCRIPT };
  const spoil = (document: Document): Document => ({
    ...document,
    short: `${SCRIPT}${document.id}`,
    title: stated,
    outlet: stated,
    author: stated,
    date: stated,
    warnings: [SCRIPT],
    text: `${SCRIPT}${document.text.slice(SCRIPT.length)}`,
  });
  const originals = new Map(seeds.documents.map((document) => [spoil(document), document]));
  const documents = [...originals.keys()];
  return {
    ...seeds,
    documents,
    corpus: { ...seeds.corpus, title: SCRIPT },
    topics: seeds.topics.map((topic) => ({ ...topic, title: `${SCRIPT}${topic.id}`, question: SCRIPT, not: [SCRIPT] })),
    analysisOf: (document) => {
      const analysis = seeds.analysisOf(originals.get(document) ?? document);
      return {
        ...analysis,
        reading: { ...analysis.reading, text: document.text },
        findings: analysis.findings.map((finding) => ({ ...finding, speaker: SCRIPT, note: SCRIPT })),
      };
    },
    entryCountsOf: (document) => seeds.entryCountsOf(originals.get(document) ?? document),
    overview: () =>
      seeds.overview().map(({ topic, documents: summaries }) => ({
        topic: { ...topic, title: `${SCRIPT}${topic.id}`, question: SCRIPT },
        documents: summaries.map((summary) => ({
          ...summary,
          short: `${SCRIPT}${summary.id}`,
          outlet: SCRIPT,
        })),
      })),
    compareTopic: (topic) => {
      const comparison = seeds.compareTopic(topic);
      return {
        ...comparison,
        statements: spoiled(comparison.statements),
        sole: spoiled(comparison.sole),
        facts: spoiled(comparison.facts),
        contrast: spoiled(comparison.contrast),
        symmetry: spoiled(comparison.symmetry),
        documents: comparison.documents.map((document) => ({
          ...document,
          ledger: spoiled(document.ledger),
          frames: spoiled(document.frames),
          fragility: spoiled(document.fragility),
          short: `${SCRIPT}${document.id}`,
          author: stated,
          date: stated,
          passages: document.passages.map((passage) => ({
            ...passage,
            sentences: passage.sentences.map((sentence) => ({
              ...sentence,
              text: SCRIPT,
              findings: sentence.findings.map((finding) => ({
                ...finding,
                start: sentence.start,
                end: sentence.start + 9,
                text: SCRIPT,
                why: SCRIPT,
                note: SCRIPT,
                speaker: SCRIPT,
                source: SCRIPT,
                neutral: [SCRIPT],
              })),
            })),
          })),
          speakers: document.speakers.map((speaker) => ({
            speaker: SCRIPT,
            cues: speaker.cues.map((cue) => ({ ...cue, cue: SCRIPT })),
          })),
          labels: document.labels.map((label) => ({
            ...label,
            name: SCRIPT,
            uses: label.uses.map((use) => ({ ...use, label: SCRIPT })),
          })),
        })),
      };
    },
  };
}

/** Fields that hold words of texts or of lists, and no keys or kinds. */
const WORDS = new Set(
  'text name what phrase verb note from to speaker word mirror why without shared searched never value'.split(' '),
);

/** The same value with a script in place of all words. */
function spoiled<T>(value: T, isWords = false): T {
  if (typeof value === 'string') return (isWords ? SCRIPT : value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => spoiled(each, isWords)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [key, spoiled(each, WORDS.has(key))]),
  ) as T;
}
