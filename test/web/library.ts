import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import type { Document } from '../../src/corpus/corpus.js';
import type { Library } from '../../src/corpus/library.js';

/** One address of each kind. */
export const PAGES = [
  '/',
  '/topics/recognition-votes',
  '/topics/new-caledonia?devices=loaded-terms,sentiment&voice=all',
  "/topics?q=Turkey's+part+in+the+conflict",
  '/documents/003',
  '/terms',
  '/terms/loaded-terms/separatist',
  '/terms/naming/karabakh/nagorno-karabakh',
  '/names',
  '/method',
  '/topics/minsk-group/sheet',
  '/topics/minsk-group/sheet?paper=letter',
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
    compareTopic: (topic) => {
      const comparison = seeds.compareTopic(topic);
      return {
        ...comparison,
        documents: comparison.documents.map((document) => ({
          ...document,
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
