import type { Paper } from '../../paper';
import { dot, type Meaning, meaningOf, normalise, seenFrom, sentenceLikeness } from '../../text/meaning';
import type { TermVectors } from '../../text/term-vectors';
import type { IndexStatistics } from '../index/search-index';

/**
 * What each part of the closeness of two papers counts, beside lexical closeness (the share of a question's own BM25
 * score) at 1. Over papers of one field lexical closeness spreads by 0.035 about its mean, that of meanings by 0.19
 * and that of sentences by 0.09: so weighted, meaning counts as much as the words, and sentences three quarters. The
 * quality found is flat around these (bench `related`); sentences are given the upper end of it, since they were what
 * helped most on papers that experts had judged.
 */
export const MEANING_WEIGHT = 0.2;
export const SENTENCE_WEIGHT = 0.3;

/** A collection says what is common to its papers beside this many of the papers the vectors were learnt from. */
const BACKGROUND_PAPERS = 50;

/** What all papers of a collection have in common, and all their sentences: meanings are compared beyond it. */
export interface Centre {
  paper: Float32Array;
  sentence: Float32Array;
}

const size = (vector: Float32Array) => Math.sqrt(dot(vector, vector));

/**
 * The common part of all meanings is taken out before they are compared, since it makes everything look alike (Arora,
 * Liang & Ma, "A simple but tough-to-beat baseline for sentence embeddings", 2017).
 */
export function centreOf(statistics: IndexStatistics, vectors: TermVectors): Centre {
  const { papers, meaningSum } = statistics;
  const known = meaningSum ? papers : 0;
  const paper = vectors.meanPaper.map(
    (mean, i) => ((meaningSum?.[i] ?? 0) + BACKGROUND_PAPERS * mean) / (known + BACKGROUND_PAPERS),
  );
  const sentence = paper.slice();
  if (normalise(sentence)) {
    const length = size(vectors.meanSentence);
    for (let i = 0; i < sentence.length; i += 1) sentence[i] = (sentence[i] ?? 0) * length;
  }
  return { paper, sentence };
}

/** A meaning as it is compared: seen from the centre. */
export function centred(meaning: Meaning, centre: Centre): Meaning {
  return {
    whole: seenFrom(centre.paper, meaning.whole),
    sentences: meaning.sentences.map((sentence) => seenFrom(centre.sentence, sentence)),
  };
}

/** How much closer two papers are than their words say, by what they mean. */
export function meantCloseness(question: Meaning, paper: Meaning): number {
  return (
    MEANING_WEIGHT * dot(question.whole, paper.whole) +
    SENTENCE_WEIGHT * sentenceLikeness(question.sentences, paper.sentences)
  );
}

/**
 * How close each paper is to the closest of the others, by meaning as a whole: among hundreds of papers that tells what
 * is of a kind, where words in common tell what is about the same.
 */
export function closenessToAny(
  papers: readonly Paper[],
  others: readonly Paper[],
  centre: Centre,
  vectors: TermVectors,
): Map<Paper['id'], number> {
  const wholeOf = (paper: Paper) => seenFrom(centre.paper, meaningOf(paper, vectors).whole);
  const known = others.map((paper) => ({ id: paper.id, whole: wholeOf(paper) }));
  return new Map(
    papers.map((paper) => {
      const whole = wholeOf(paper);
      // A starred paper is not close to itself for nothing: the others say where it belongs.
      const likenesses = known.filter(({ id }) => id !== paper.id).map((other) => dot(whole, other.whole));
      return [paper.id, Math.max(0, ...likenesses)];
    }),
  );
}
