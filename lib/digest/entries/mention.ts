import type { Line } from '../blocks/line';
import { anyOf, either } from '../word-pattern';
import { isLinkWord } from './link-words';

/** How far around an id its meaning is looked for: further away nothing tells what the id is there for. */
const NEAR = 700;

export const textBefore = (text: string, index: number): string =>
  text.slice(Math.max(0, index - NEAR), index);
export const textAfter = (text: string, end: number): string => text.slice(end, end + NEAR);

export const countLongWords = (text: string): number => text.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;

export function withoutLinkWords(text: string): string {
  return text.replaceAll(/https?:\/\/\S+|\b(?:arxiv|pdf|abs|html|code|github|paper|link)\b|\d+/gi, '');
}

/** An id or a link in a line, and what stands around it. */
interface Place {
  line: Line;
  start: number;
  /** The words of the link or the id itself. */
  shown: string;
  before: string;
  after: string;
  wordsBefore: number;
  wordsAfter: number;
  isHead: boolean;
}

function closesText({ shown, before, after }: Place): boolean {
  return (
    isLinkWord(shown) &&
    /\p{L}{3}/u.test(shown) &&
    !/\d/.test(shown) &&
    /[([（【]$/.test(before) &&
    /^[)\]）】.\s]*$/.test(after)
  );
}

const followsBoldTitle = ({ line, start }: Place): boolean =>
  line.strong.some((bold) => bold.end <= start && bold.start < 60 && bold.end - bold.start > 8);

const isLinkedTitle = ({ line, start }: Place): boolean =>
  line.links.some((link) => link.start === start && !isLinkWord(line.text.slice(link.start, link.end)));

const endsLine = ({ before, wordsAfter, isHead }: Place): boolean =>
  wordsAfter <= 4 && before.length < (isHead ? 600 : 240);

const followsBar = ({ before }: Place): boolean =>
  before.length < 400 && /[|·•—–]\s*(?:\p{L}{0,12}[:：]?\s*)[([]?$/u.test(before);

/** A full stop, or a small word as sentences have it and lists of names have not. */
const SENTENCE = new RegExp(
  either(
    String.raw`[.!?。！？]\s|[.。]$`,
    String.raw`\b${anyOf('the, we, our, this, that, which, is, are, was, were, has, have, see, as, in, of')}\b`,
  ),
  'i',
);

const isSentence = ({ before }: Place): boolean => SENTENCE.test(before);

/** Words behind which another paper is named. */
const LEADS_TO_OTHER = new RegExp(
  String.raw`(?<!\p{L})${either(
    anyOf('such as, like, of, with, from, than, by, following, extends, extending, cf, cf., e.g., e.g.,'),
    anyOf('unlike, against, using, 与, 和, 类似, 基于, 参考'),
    // `based on`, `builds upon`, `improves on`.
    String.raw`(?:${anyOf('based, build(s), building')}|improv\w+) (?:up)?on`,
  )}[\s:：]*[([（]?(?:arxiv[:\s]*)?$`,
  'iu',
);

const PROSE = new RegExp(
  String.raw`(?<!\p{L})${anyOf('we, our, see, which, whose, they, has, have, been, can, while, however, these, those')}(?!\p{L})`,
  'giu',
);

const isProse = (text: string): boolean =>
  /[.!?] \p{Lu}/u.test(text) && (text.match(PROSE)?.length ?? 0) >= 2;

interface Signal {
  name: string;
  holds: (place: Place) => boolean;
  /** What the id is where the signal holds: mentioned in passing, or presented as the paper of the entry. */
  isMention: boolean | ((place: Place) => boolean);
}

/** What tells a mention, the strongest sign first: the first that holds decides. */
const SIGNALS: readonly Signal[] = [
  // `The model answers in real time. ([paper](…))`
  { name: 'a word in brackets closes the text', holds: closesText, isMention: false },
  // `arXiv: 2504.05309`, `[abs](…) | [pdf](…)`
  { name: 'hardly a word precedes it', holds: ({ wordsBefore }) => wordsBefore <= 2, isMention: false },
  // `**Title of the paper** is a method that retrieves … [arXiv](…)`
  { name: 'a title in bold precedes it', holds: followsBoldTitle, isMention: false },
  // `It is inspired by [2504.05309](…)`: fixture `selected-papers`.
  {
    name: 'the words before lead to another paper',
    holds: (place) => !isLinkedTitle(place) && LEADS_TO_OTHER.test(place.before),
    isMention: true,
  },
  // `We see this again and again. They have … arXiv:2504.05309`
  {
    name: 'prose precedes it',
    holds: (place) => !isLinkedTitle(place) && isProse(place.before),
    isMention: true,
  },
  // `Ada Example, Bo Li. [Title of the paper](…), 2025`
  {
    name: 'a linked title ends the line',
    holds: (place) => isLinkedTitle(place) && endsLine(place),
    isMention: (place) => isSentence(place) && place.wordsBefore > 3,
  },
  // A list of references ends in an id and a year; a sentence goes on: fixtures `authors-before`, `awesome-list`.
  {
    name: 'an address ends the line',
    holds: endsLine,
    isMention: (place) => isSentence(place) && !place.isHead && place.wordsAfter > 2,
  },
  // `Title of the paper · Ada Example | arXiv: 2504.05309 and much more`
  { name: 'a bar parts it from the words before', holds: followsBar, isMention: false },
  // `The paper of the week is [Title](…), which …`: fixture `newsletter`.
  { name: 'a sentence precedes it', holds: isSentence, isMention: true },
  { name: 'it stands deep in the line', holds: ({ before }) => before.length >= 240, isMention: true },
];

/** Whether an id is mentioned in running text rather than presented as the paper that the line is about. */
export function isMention(line: Line, start: number, end: number, isHead: boolean): boolean {
  const before = textBefore(line.text, start).replace(/https?:\/\/\S*$/, '');
  const after = textAfter(line.text, end);
  const place: Place = {
    line,
    start,
    shown: line.text.slice(start, end),
    before,
    after,
    wordsBefore: countLongWords(before),
    wordsAfter: countLongWords(withoutLinkWords(after)),
    isHead,
  };
  const signal = SIGNALS.find(({ holds }) => holds(place));
  return typeof signal?.isMention === 'function' ? signal.isMention(place) : (signal?.isMention ?? false);
}
