import { describe, expect, test } from '@jest/globals';
import { loadLexicon, loadNames } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { DEVICES } from '../../src/devices/index.js';
import { DEVICE_IDS } from '../../src/devices/lexicon/entry.js';

const lexicon = loadLexicon();
const names = loadNames(lexicon);

/** What one device marks: `category "words" voice`. */
function marked(device: string, text: string): string[] {
  return analyse(text, lexicon, names)
    .findings.filter((finding) => finding.device === device)
    .map(({ entry, start, end, voice }) => `${entry.category} "${text.slice(start, end)}" ${voice}`);
}

test('the list of devices is complete, in one order, each under a letter of its own', () => {
  expect(DEVICES.map(({ id }) => id)).toEqual(DEVICE_IDS);
  expect(new Set(DEVICES.map(({ letter }) => letter)).size).toBe(DEVICES.length);
});

describe('distancing', () => {
  test('marks "so-called" and the quotation marks behind it', () => {
    expect(marked('distancing', 'The so-called “Nagorno-Karabakh” voted.')).toEqual([
      'so-called "so-called" author',
      'scare-quotes "“Nagorno-Karabakh”" scare',
    ]);
  });

  test('takes a few quoted words of a named speaker for a quotation, not for scare quotes', () => {
    expect(marked('distancing', 'The two sides agreed, the minister said, to “press the reset button.”')).toEqual([]);
  });

  test('leaves a hearsay word inside a report to the reporter', () => {
    expect(marked('distancing', 'Macron said that fighters had allegedly been moved.')).toEqual([
      'hearsay "allegedly" author',
    ]);
  });

  test('takes the title of a work or a body in quotation marks for a name', () => {
    expect(marked('distancing', 'They founded the ‘Baku Initiative Group’ in July.')).toEqual([]);
  });
});

describe('attribution', () => {
  test('marks a reporting verb only where it gives someone words', () => {
    expect(marked('attribution', 'The storm claimed twenty lives. The minister claimed that it was over.')).toEqual([
      'doubt-casting "claimed" author',
    ]);
  });

  test('names the speaker, or says that the text names none', () => {
    const notes = (text: string): (string | undefined)[] =>
      analyse(text, lexicon, names)
        .findings.filter(({ device }) => device === 'attribution')
        .map(({ note }) => note);
    expect([notes('President Aliyev insisted that it was over.'), notes('It was seen as a brutal act.')]).toEqual([
      ['Speaker: President Aliyev.'],
      ['The text names no speaker.'],
    ]);
  });
});

describe('naming', () => {
  test('marks contested labels and counts the others', () => {
    const { findings, labels } = analyse('The Artsakh Republic lies in Karabakh.', lexicon, names);
    expect([
      findings.filter(({ device }) => device === 'naming').map(({ entry }) => entry.label),
      labels.map(({ entry }) => entry.label),
    ]).toEqual([['Republic of Artsakh'], ['Republic of Artsakh', 'Karabakh']]);
  });

  test('takes the longest label: a war is not the region it was fought over', () => {
    const { labels } = analyse('It lost the 2020 Nagorno‑Karabakh war.', lexicon, names);
    expect(labels.map(({ entry }) => entry.label)).toEqual(['2020 Nagorno-Karabakh war']);
  });
});

test('no device marks the words of a name', () => {
  const { findings } = analyse('He joined the Liberation Front and the Extreme Sports Club.', lexicon, names);
  expect(findings).toEqual([]);
});

test('marks come in text order, the longer first, then by device', () => {
  const text = 'He insisted that the brutal, so-called “peace” was a shameful lie.';
  const { findings } = analyse(text, lexicon, names);
  const order = findings.map(({ start, end, device }) => [start, -end, DEVICES.findIndex(({ id }) => id === device)]);
  const sorted = [...order].sort(
    (a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0),
  );
  expect(order).toEqual(sorted);
  expect(order.length).toBeGreaterThan(4);
});
