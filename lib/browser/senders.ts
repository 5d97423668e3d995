import {
  array,
  custom,
  type GenericSchema,
  maxLength,
  minLength,
  object,
  optional,
  partial,
  picklist,
  pipe,
  safeParse,
  strictObject,
  string,
} from 'valibot';
import { ARXIV_HOSTS, paperInAddress } from '../arxiv/address';
import type { ArxivId } from '../paper';
import { arxivId, day, flag, moment, text } from '../shapes';
import type { MessageName } from './messages';

/** Who has sent a message, as the browser tells it: nothing that the sender says of itself counts. */
export interface Sender {
  /** The address of the page, and its tab. */
  url: string;
  tab?: number;
  /** It is a page of the extension. */
  isOwn: boolean;
}

const nothing = custom<unknown>(() => true);
const pageKind = picklist(['abs', 'html', 'list', 'search']);
/** More than any page of arXiv lists. */
const MOST_PAPERS_A_PAGE = 3000;
const anyIds = pipe(array(arxivId), maxLength(1_000_000));
const paper = object({ id: arxivId, title: text, abstract: optional(text), authors: array(text) });
const flags = { read: optional(flag), starred: optional(flag), hidden: optional(flag) };
const readingChange = object({ ...flags, note: optional(text), tags: optional(array(text)) });
const readingState = object({ id: arxivId, ...readingChange.entries, changedAt: moment });

/** What each message may ask, whoever sends it. */
const QUESTIONS: Readonly<Record<MessageName, GenericSchema>> = {
  wake: nothing,
  marks: object({
    kind: pageKind,
    address: text,
    ids: pipe(array(arxivId), maxLength(MOST_PAPERS_A_PAGE)),
  }),
  silence: text,
  openDay: day,
  related: paper,
  closeness: anyIds,
  changeReading: object({ ids: anyIds, change: readingChange }),
  putBackReading: array(readingState),
  settings: nothing,
  // Each setting is looked at when it is written.
  changeSettings: custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null),
  restore: nothing,
  deleteDigests: array(string()),
  deleteEverything: nothing,
};

/** Over http anybody on the way may have written the page. */
const isArxivPage = (url: string): boolean =>
  URL.canParse(url) && new URL(url).protocol === 'https:' && ARXIV_HOSTS.includes(new URL(url).hostname);

/**
 * What a page of arXiv may ask, and what of it. The scripts of arXiv's page share our script's page: whatever one of
 * ours may ask, they may find a way to have it ask. All other messages come from pages of the extension alone.
 */
const FROM_ARXIV: Partial<Record<MessageName, (sender: Sender) => GenericSchema>> = {
  marks: () => QUESTIONS.marks,
  silence: () => of(text, isArxivPage),
  openDay: () => QUESTIONS.openDay,
  related: ({ url }) => of(paper, ({ id }: { id: ArxivId }) => id === paperInAddress(url)),
  changeReading: () =>
    object({ ids: pipe(array(arxivId), minLength(1), maxLength(1)), change: strictObject(flags) }),
  changeSettings: () =>
    partial(strictObject({ pagesOff: array(pageKind), relatedFolded: flag })) as GenericSchema,
};

function of<Value>(shape: GenericSchema<unknown, Value>, isRight: (value: Value) => boolean): GenericSchema {
  return custom<Value>((value) => {
    const read = safeParse(shape, value);
    return read.success && isRight(read.output);
  });
}

/** The question as it may be answered; undefined where it may not. */
export function admitted(
  name: MessageName,
  question: unknown,
  sender: Sender,
): { question: unknown } | undefined {
  const shape = sender.isOwn
    ? QUESTIONS[name]
    : isArxivPage(sender.url)
      ? FROM_ARXIV[name]?.(sender)
      : undefined;
  const read = shape && safeParse(shape, question);
  return read?.success ? { question: read.output } : undefined;
}

/** A page of arXiv gets no answer but these: what a change has changed may be a note. */
export const mayHear = (name: MessageName, { isOwn }: Sender): boolean =>
  isOwn || name === 'marks' || name === 'related';

const MINUTE_MS = 60_000;

/** Bounds how many papers the pages of a tab may ask about within a minute. */
export function createAllowance(now: () => number): (tab: number | undefined, papers: number) => boolean {
  const asked = new Map<number, { since: number; papers: number }>();
  return (tab = -1, papers) => {
    const known = asked.get(tab);
    const current = known && now() - known.since < MINUTE_MS ? known : { since: now(), papers: 0 };
    if (current.papers + papers > 2 * MOST_PAPERS_A_PAGE) return false;
    asked.set(tab, { ...current, papers: current.papers + papers });
    return true;
  };
}
