/**
 * One spelling for British and American forms, so that an entry is written once. Both sides of a comparison are
 * folded, so a wrong fold ("wise" to "wize") does no harm unless two words fall together.
 */
export function foldSpelling(form: string): string {
  if (form.length < 5) return form === 'grey' ? 'gray' : form;
  const whole = WHOLE.get(form);
  if (whole !== undefined) return whole;
  return (
    form
      .replace(/(?<=[a-z]{2})is(e|ed|es|ing|er|ers|ation|ations|ational)$/, 'iz$1')
      .replace(/ys(e|ed|es|ing)$/, 'yz$1')
      .replace(OUR, '$1or')
      .replace(/^(defen|offen|licen|preten)c(e|es)$/, '$1s$2')
      .replace(/^(cent|theat|fib|calib|lust|meag|spect|somb|sab)re(s|d)?$/, '$1er$2')
      .replace(/logue(s|d)?$/, 'log$1')
      // Behind an unstressed vowel only: "filled" and "filed" are two words, "travelled" and "traveled" one.
      .replace(/(?<=[aeiou][^aeiou]+[aeiou])ll(ed|ing|er|ers)$/, 'l$1')
  );
}

const OUR =
  /^(arm|behavi|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|succ|tum|val|vap|vig|disfav|dishon|discol|misbehavi)our(?=$|s|ed|ing|er|ers|ite|able|ably|less|ful|ist|ize|hood|hoods)/;

// "-our" before "-ous" or "-ary" is already "-or"; these are the ones no rule covers.
const WHOLE = new Map<string, string>(
  Object.entries({
    programme: 'program',
    programmes: 'programs',
    sceptic: 'skeptic',
    sceptics: 'skeptics',
    sceptical: 'skeptical',
    scepticism: 'skepticism',
    manoeuvre: 'maneuver',
    manoeuvres: 'maneuvers',
    manoeuvred: 'maneuvered',
    manoeuvring: 'maneuvering',
    mould: 'mold',
    moulds: 'molds',
    plough: 'plow',
    cosy: 'cozy',
    cosied: 'cozied',
    cosies: 'cozies',
    cosying: 'cozying',
    tyre: 'tire',
    jewellery: 'jewelry',
    judgement: 'judgment',
    judgements: 'judgments',
    acknowledgement: 'acknowledgment',
    aeroplane: 'airplane',
    ageing: 'aging',
    whilst: 'while',
    amongst: 'among',
    towards: 'toward',
    fuelled: 'fueled',
    fulfil: 'fulfill',
    fulfils: 'fulfills',
    instil: 'instill',
    instils: 'instills',
    enrol: 'enroll',
    skilful: 'skillful',
    wilful: 'willful',
    wilfully: 'willfully',
    storey: 'story',
    pretence: 'pretense',
    haemorrhage: 'hemorrhage',
    haemorrhaging: 'hemorrhaging',
    paedophile: 'pedophile',
    anaemic: 'anemic',
  }),
);
