import type { Paper } from '../../paper';
import { dot, type Meaning, meaningOf, normalise, relativeTo, sentenceLikeness } from '../../text/meaning';
import type { TermVectors } from '../../text/term-vectors';
import type { IndexStatistics } from '../index/search-index';

/**
 * What each part of the closeness of two papers counts, relative to lexical closeness (the share of a question's own
 * BM25 score), which counts 1. Over papers of one field lexical closeness spreads by 0.035 about its mean, closeness
 * of meanings by 0.19 and closeness of sentences by 0.09. With these weights meaning counts as much as the words, and
 * sentences three quarters of that. The quality found hardly changes around these values (bench `related`); sentences
 * get the upper end of that range, because they helped most on papers that experts had judged.
 */
export const MEANING_WEIGHT = 0.2;
export const SENTENCE_WEIGHT = 0.3;

/**
 * How many of the papers that the vectors were learnt from weigh in beside a collection's own, when the common part
 * of the collection is estimated.
 */
const BACKGROUND_PAPERS = 50;

/**
 * What all papers of a collection, and all their sentences, have in common. It is taken out of meanings before they
 * are compared.
 */
export interface Centre {
  paper: Float32Array;
  sentence: Float32Array;
}

const size = (vector: Float32Array) => Math.sqrt(dot(vector, vector));

/**
 * The common part of all meanings. It is taken out before meanings are compared, since it makes everything look alike
 * (Arora, Liang & Ma, "A simple but tough-to-beat baseline for sentence embeddings", 2017).
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

/** A meaning as it is compared: without the common part. */
export function centred(meaning: Meaning, centre: Centre): Meaning {
  return {
    whole: relativeTo(centre.paper, meaning.whole),
    sentences: meaning.sentences.map((sentence) => relativeTo(centre.sentence, sentence)),
  };
}

/** What the meanings of two papers add to their lexical closeness. */
export function meantCloseness(question: Meaning, paper: Meaning): number {
  return (
    MEANING_WEIGHT * dot(question.whole, paper.whole) +
    SENTENCE_WEIGHT * sentenceLikeness(question.sentences, paper.sentences)
  );
}

/**
 * How close each paper is to the closest of the others, by meaning as a whole: among hundreds of papers meaning tells
 * which are of one kind, while shared words tell which are about the same thing.
 */
export function closenessToAny(
  papers: readonly Paper[],
  others: readonly Paper[],
  centre: Centre,
  vectors: TermVectors,
): Map<Paper['id'], number> {
  const wholeOf = (paper: Paper) => relativeTo(centre.paper, meaningOf(paper, vectors).whole);
  const known = others.map((paper) => ({ id: paper.id, whole: wholeOf(paper) }));
  return new Map(
    papers.map((paper) => {
      const whole = wholeOf(paper);
      // A starred paper would always be closest to itself, so only the other papers count.
      const likenesses = known.filter(({ id }) => id !== paper.id).map((other) => dot(whole, other.whole));
      return [paper.id, Math.max(0, ...likenesses)];
    }),
  );
}
