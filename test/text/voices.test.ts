import { describe, expect, test } from '@jest/globals';
import { loadLexicon, loadNames, loadSeeds } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import type { Analysis } from '../../src/devices/analysis.js';
import { voiceByToken, type Voice } from '../../src/text/voice.js';

const lexicon = loadLexicon();
const names = loadNames(lexicon);

/** Who says the first token of a piece of the text: `author`, or `kind: speaker`. */
function voiceOf({ reading, voices }: Analysis, piece: string, from = 0): string {
  const at = reading.text.indexOf(piece, from);
  if (at < 0) throw new Error(`the text does not hold "${piece}"`);
  const token = reading.tokens.start.findIndex((start) => start >= at);
  const voice: Voice | undefined = voiceByToken(voices, reading.tokens.start.length)[token];
  return voice ? `${voice.kind}: ${voice.speaker ?? 'nobody named'}` : 'author';
}

describe('gives the words in braces to', () => {
  test.each([
    // Direct speech
    ['quoted: minister', 'The minister said: “{The regime} has fallen at last.”'],
    ['quoted: minister', '“{The regime} has fallen at last,” said the minister.'],
    ['quoted: minister', '"{The regime} has fallen at last," said the minister.'],
    ['quoted: Bouillon', '“{We regret} what was said in the capital,” Bouillon said.'],
    ['author', '“We are sorry for it all,” she said, and {the judge} wept.'],
    ['quoted: Macron', 'Macron spoke. “{It is} a shameful thing to say,” Macron added.'],
    ['quoted: nobody named', 'Now, “{the ball} is in your court.”'],
    // Reported speech
    ['reported: Aliyev', 'Aliyev stressed that {the regime} had fallen.'],
    ['reported: Macron', 'Macron said {the regime} was corrupt.'],
    ['author', 'Macron said the regime was corrupt; {the court} agreed.'],
    ['author', 'Darmanin said that the plan was bad, but {the plan} was needed.'],
    ['reported: minister', 'According to the minister, {the regime} has fallen.'],
    ['reported: minister', '{The regime} has fallen, according to the minister.'],
    ['reported: minister', 'The minister, who came in May, insisted that {the regime} was corrupt.'],
    ['reported: minister', 'It was, the minister claimed, {a fraud}.'],
    ['reported: report', '{The regime} has fallen, the report said.'],
    ['reported: mayor', '{The road} is safe, said the mayor.'],
    ['reported: prime minister', 'The prime minister on Tuesday insisted that {the law} was fair.'],
    ['reported: spokesman for the firm', 'A spokesman for the firm claimed that {the tank} was empty.'],
    [
      'reported: opposition leader',
      'Critics laughed. The opposition leader admitted it. She said that {the plan} was dead.',
    ],
    ['reported: Analysts', 'Analysts say the so-called reform {may have} failed.'],
    ['reported: minister', 'The minister told reporters that {the regime} was corrupt.'],
    ['reported: Officials', 'Officials fear that {the army} will return.'],
    ['reported: Baku', 'Despite claiming {an army} waited, Baku invited the leaders.'],
    ['author', 'Despite claiming an army waited, {Baku} invited the leaders.'],
    ['reported: Armenian', 'Armenian claims that {an army} waits have no basis.'],
    ['reported: Darmanin', 'Darmanin accused Baku of {a brazen lie}.'],
    ['author', 'Darmanin accused {the corrupt} court of lying.'],
    ['reported: nobody named', 'It was seen as {a brutal act}.'],
    ['reported: Baku', 'In Baku, this was viewed as {a brutal act}.'],
    // Cues that introduce nothing
    ['author', 'The storm claimed {twenty lives}.'],
    ['author', 'The troops were told {nothing}.'],
    ['author', 'He argued for {hours}.'],
    // Words held at arm's length
    ['scare: nobody named', 'They spoke of a ‘{peace}’ that was none.'],
    ['scare: nobody named', 'The so-called “{Islamic State}” had fighters there.'],
    ['author', 'The “{Route for Peace and Prosperity}” was opened by the ministers of both countries.'],
    ['author', 'The “Route for Peace” was opened {in May}.'],
  ])('%s in %s', (expected, shown) => {
    const text = shown.replaceAll(/[{}]/g, '');
    const piece = /\{([^}]+)\}/.exec(shown)?.[1] ?? '';
    expect(voiceOf(analyse(text, lexicon, names), piece, shown.indexOf('{'))).toBe(expected);
  });
});

describe('gives the words of the seeds to', () => {
  const analyses = new Map(loadSeeds().seeds.documents.map(({ id, text }) => [id, analyse(text, lexicon, names)]));
  test.each([
    ['000', 'its engagement on both sides', 'reported: Paris'],
    ['000', 'any satellite bandwidth', 'reported: Armenian officials'],
    ['000', 'The symbolism is equally corrosive', 'author'],
    ['001', 'political interference', 'reported: Baku'],
    ['001', 'Such a stance predictably', 'author'],
    ['001', 'had allegedly been transferred', 'reported: French President Emmanuel Macron'],
    ['001', 'These allegations were never', 'author'],
    ['001', 'very closely monitor', 'quoted: Emmanuel Macron'],
    ['001', 'on the side of the Armenian people', 'quoted: Emmanuel Macron'],
    ['001', 'a direct political signal', 'reported: Baku'],
    ['001', 'had done everything possible', 'reported: Ilham Aliyev'],
    ['001', 'upended plans to maintain', 'author'],
    ['001', 'supporting democracy', 'scare: nobody named'],
    ['001', 'recognized the so-called', 'reported: Aliyev'],
    ['001', 'press the reset button', 'quoted: Azerbaijani leader'],
    ['002', 'ally', 'scare: nobody named'],
    ['002', 'they had no link', 'reported: Baku'],
    ['002', 'invited leaders of various', 'author'],
    ['003', 'peacekeeping', 'scare: nobody named'],
    ['003', 'Armenia was illegally occupying', 'author'],
    ['003', 'France reconfirms', 'quoted: French President Emanuel Macron'],
    ['003', 'We are on Armenia’s side', 'quoted: French President Emanuel Macron'],
    ['003', 'Armenia is currently not discussing', 'reported: Armenian Deputy Foreign Minister Vahan Kostanyan'],
    ['003', 'republic.’', 'scare: nobody named'],
    ['004', 'meddling', 'reported: Gerald Darmanin'],
    ['004', 'fueling the protestors', 'reported: Gerald Darmanin'],
    ['004', 'Republic of Artsakh', 'scare: nobody named'],
    ['004', 'there is no direct evidence', 'reported: Some French politicians'],
  ])('%s, “%s”: %s', (id, piece, expected) => {
    const analysis = analyses.get(id);
    expect(analysis && voiceOf(analysis, piece)).toBe(expected);
  });
});
