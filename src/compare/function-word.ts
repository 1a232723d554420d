/**
 * Words that build a sentence and name nothing: a closed class, so a list is surer than a tagger, and a phrase is judged
 * alike wherever it stands. Forms are folded (small letters, one spelling).
 */
export function isFunctionWord(form: string): boolean {
  return FUNCTION_WORDS.has(form) || form.endsWith("n't") || form.startsWith("'") || form.length < 2;
}

const FUNCTION_WORDS = new Set(
  `
  a an the this that these those such same other another others own both each every either neither all any some none
  no not nor few fewer several many much more most less least enough
  i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours
  ourselves they them their theirs themselves one ones oneself who whom whose which what whoever whatever whichever
  somebody someone something anybody anyone anything nobody nothing everybody everyone everything
  and or but if then else because although though while whereas unless until till since as than whether lest
  so therefore thus hence however moreover furthermore nevertheless nonetheless otherwise instead meanwhile
  of in on at to for from by with without within into onto upon over under above below between among amongst amid
  against about across along around round behind beside besides beyond before after during through throughout toward
  towards near off out up down per via despite except like unlike regarding concerning
  be am is are was were been being have has had having do does did done doing will would shall should can could may
  might must ought cannot
  there here where when why how also too very just only even still already yet again once ever now today rather quite
  almost perhaps well back away else due according
  `
    .trim()
    .split(/\s+/),
);
