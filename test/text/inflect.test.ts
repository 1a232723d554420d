import { describe, expect, test } from '@jest/globals';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { inflections, parseIrregular, type PartOfSpeech } from '../../src/text/inflect.js';
import { foldSpelling } from '../../src/text/spelling.js';

const { inflect } = loadLexicon();

describe('inflects', () => {
  test.each<[string, PartOfSpeech, string[]]>([
    ['stoke', 'verb', ['stokes', 'stoked', 'stoking']],
    ['deny', 'verb', ['denies', 'denied', 'denying']],
    ['admit', 'verb', ['admits', 'admitted', 'admitting']],
    ['lie', 'verb', ['lies', 'lied', 'lying']],
    ['agree', 'verb', ['agrees', 'agreed', 'agreeing']],
    ['panic', 'verb', ['panics', 'panicked', 'panicking']],
    ['clash', 'verb', ['clashes', 'clashed', 'clashing']],
    ['say', 'verb', ['says', 'said', 'saying']],
    ['seek', 'verb', ['seeks', 'sought', 'seeking']],
    ['veto', 'verb', ['vetoes', 'vetoed', 'vetoing']],
    ['ally', 'noun', ['allies']],
    ['crisis', 'noun', ['crises']],
    ['regime', 'noun', ['regimes']],
    ['harsh', 'adj', ['harsher', 'harshest']],
    ['ugly', 'adj', ['uglier', 'ugliest']],
  ])('%s (%s)', (lemma, pos, forms) => {
    expect(inflect(lemma, pos)).toEqual(expect.arrayContaining([lemma, ...forms].map(foldSpelling)));
  });

  test('nothing of a fixed term', () => {
    expect(inflect('according', 'fixed')).toEqual(['according']);
  });

  test('no long adjective by its ending', () => {
    expect(inflect('destructive', 'adj')).toEqual(['destructive']);
  });

  test('only the listed forms where the list says so', () => {
    const listed = inflections(
      parseIrregular('# lemma\tpos\tforms\ncast\tverb\tcasts casting !\nrise\tverb\trose risen'),
    );
    expect([listed('cast', 'verb'), listed('rise', 'verb')]).toEqual([
      ['cast', 'casts', 'casting'],
      ['rise', 'rose', 'risen', 'rises', 'rised', 'rising'],
    ]);
  });
});

describe('writes one spelling for', () => {
  test.each([
    ['recognise', 'recognize'],
    ['recognised', 'recognized'],
    ['destabilising', 'destabilizing'],
    ['militarisation', 'militarization'],
    ['analysed', 'analyzed'],
    ['favour', 'favor'],
    ['favourable', 'favorable'],
    ['behaviour', 'behavior'],
    ['defence', 'defense'],
    ['centre', 'center'],
    ['travelled', 'traveled'],
    ['dialogue', 'dialog'],
    ['programme', 'program'],
    ['sceptical', 'skeptical'],
    ['grey', 'gray'],
    ['towards', 'toward'],
  ])('%s and %s', (british, american) => {
    expect([foldSpelling(british), foldSpelling(american)]).toEqual([american, american]);
  });

  test.each(['four', 'hour', 'filled', 'killed', 'pour', 'tour', 'fence', 'acre', 'prize', 'this'])(
    'nothing but itself: %s',
    (word) => {
      expect(foldSpelling(word)).toBe(word);
    },
  );
});
