import type { Comparison } from '../../compare/schema/comparison.js';
import type { ComparedDocument } from '../../compare/schema/document.js';
import type { Library } from '../../corpus/library.js';
import type { Assets } from '../assets.js';
import { marked, type Mark, type Markup } from '../highlight.js';
import { capital, counted } from '../prose.js';
import type { ComparisonState, Paper } from '../query.js';
import { choiceOf, type ChoiceView } from './choice.js';
import { copiesTold } from './copies.js';
import { putInByHand, takenOutOf, type TakenOut } from './columns.js';
import { evidenceOf, type Evidence } from './evidence.js';
import { receiptOf } from './frame.js';
import { glanceOf, type GlanceRow } from './glance.js';
import { legendOf, type Legend } from './legend.js';
import { namesUsed, type NamesUsed } from './names-used.js';
import { numbering, type Note } from './notes.js';
import { silenceOf, type SilenceView } from './silence.js';
import { sourceLine, type SourceLine } from './source.js';
import { standOut, type StandOut } from './stand-out.js';

/** A row of the sheet: a sentence, and beside it the reasons for its marks. */
interface SheetRow {
  readonly marked: Markup;
  readonly joins: boolean;
  /** "put in by hand: …"; empty where the cues found it. */
  readonly pinned: string;
  /** Whether sentences of the article are left out before it. */
  readonly gap: boolean;
  readonly notes: readonly Note[];
}

export interface SheetView extends Evidence {
  readonly printed: true;
  readonly title: string;
  readonly topic: string;
  readonly question: string;
  readonly baseStyle: string;
  readonly stylesheet: string;
  readonly icon: string;
  readonly pageStyle: string;
  readonly back: string;
  readonly otherPaper: { readonly href: string; readonly label: string };
  readonly counting: string;
  readonly standOut: readonly StandOut[];
  readonly choice: ChoiceView | null;
  /** Documents that share most of their wording. */
  readonly copies: readonly string[];
  /** Documents of the corpus that cannot be compared, and why. */
  readonly leftOut: readonly string[];
  /** The devices that are switched on. */
  readonly shown: Legend['devices'];
  readonly glance: readonly GlanceRow[];
  readonly sources: readonly {
    readonly source: SourceLine;
    readonly size: string;
    readonly rows: readonly SheetRow[];
    readonly takenOut: readonly TakenOut[];
  }[];
  readonly names: NamesUsed;
  readonly silence: SilenceView;
  readonly receipt: string;
  readonly address: string;
}

interface SheetLinks {
  readonly leftOut: readonly string[];
  readonly path: string;
  readonly q: string | undefined;
  readonly address: string;
  readonly back: string;
  readonly style: string;
  readonly otherPaper: string;
}

export function sheetView(
  comparison: Comparison,
  state: ComparisonState & { readonly paper: Paper },
  links: SheetLinks,
  library: Library,
  assets: Assets,
): SheetView {
  const number = numbering(state, library.lexicon.works, library.names);
  const { topic } = comparison;
  const marks = new Map<string, Mark[]>();
  const sources = comparison.documents
    .filter(({ coverage }) => coverage === 'covered')
    .map((document) => {
      const source = sheetSource(document, number);
      marks.set(document.id, source.marks);
      return source;
    });
  return {
    ...evidenceOf(comparison, state, (id) => marks.get(id) ?? []),
    printed: true,
    title: `${capital(topic.title)} – comparison sheet`,
    topic: capital(topic.title),
    question: topic.question,
    baseStyle: assets.urlOf('parallax.css'),
    stylesheet: assets.urlOf('sheet.css'),
    icon: assets.urlOf('parallax.svg'),
    pageStyle: links.style,
    back: links.back,
    otherPaper: { href: links.otherPaper, label: state.paper === 'a4' ? 'US Letter' : 'A4' },
    counting: state.voice === 'author' ? 'author’s voice' : 'all voices',
    standOut: standOut(comparison),
    copies: copiesTold(comparison),
    leftOut: links.leftOut,
    choice: choiceOf(comparison, state, links.path, links.q),
    shown: legendOf(state, links.address).devices.filter(({ on }) => on),
    glance: glanceOf(comparison, state),
    sources,
    names: namesUsed(comparison),
    silence: silenceOf(comparison, library.names),
    receipt: receiptOf(library),
    address: links.address,
  };
}

function sheetSource(
  document: ComparedDocument,
  number: ReturnType<typeof numbering>,
): SheetView['sources'][number] & { marks: Mark[] } {
  const all: Mark[] = [];
  return {
    marks: all,
    source: sourceLine(document),
    takenOut: takenOutOf(document),
    size: `${counted(document.counts.sentences, 'sentence')}, ${counted(document.counts.words, 'word')}`,
    rows: document.passages.flatMap(({ sentences }, passage) =>
      sentences.map((sentence, at) => {
        const { marks, notes } = number(sentence.findings);
        all.push(...marks.map((mark) => ({ ...mark, first: false })));
        return {
          marked: marked(sentence.text, marks, sentence.start),
          joins: sentence.reason === 'continues' || sentence.reason === 'between',
          pinned: putInByHand(sentence),
          gap: passage > 0 && at === 0,
          notes,
        };
      }),
    ),
  };
}
