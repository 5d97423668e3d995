import type { PaperIndex } from '../../lib/find/index/search-index';
import { scoreLexically } from '../../lib/find/related/lexical';
import { questionTerms } from '../../lib/find/related/question';
import { askedOf, type RelatedQuestion, scoreCandidates } from '../../lib/find/related/related';
import { backgroundOf } from '../../lib/find/related/term-background';
import type { ArxivId } from '../../lib/paper';
import type { TermVectors } from '../../lib/text/term-vectors';

/** Every given paper with its score, the best first: the ranking by itself, for measuring it. */
export async function rankPapers(
  question: RelatedQuestion,
  index: PaperIndex,
  numbers: readonly number[],
  vectors?: TermVectors,
): Promise<[ArxivId, number][]> {
  const { scores } = await scoreLexically(questionTerms(question), index, backgroundOf(vectors));
  const asked = askedOf(question, index, vectors);
  const { candidates } = await scoreCandidates(asked, numbers, scores);
  return candidates.map(({ paper, score }) => [paper.id, score]);
}
