import type { ArxivId } from '../paper';

/** An arXiv id as somebody wrote it: the key, and the version if one was given. */
export interface WrittenId {
  id: ArxivId;
  version?: number;
}

/** An id found in a longer text. `kind` says how certain it is that the id means a paper. */
interface FoundId extends WrittenId {
  index: number;
  end: number;
  /** `url`: in an address that leads to a paper; `named`: after `arXiv`; `bare`: only digits. */
  kind: 'url' | 'named' | 'bare';
}

// The identifiers are explained at https://info.arxiv.org/help/arxiv_identifier.html; archives that are closed keep
// their old ids.
const OLD_ARCHIVES =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con';

const VERSION = '(?:v([1-9]\\d{0,2}))?';

// There are two patterns because nearly every id is of the first kind, and a browser takes milliseconds to prepare
// the list of archives.
const WHOLE = new RegExp(`^(?:arxiv:? ?)?(\\d{4}\\.\\d{4,5})${VERSION}$`, 'i');
const WHOLE_OLD = new RegExp(`^(?:arxiv:? ?)?(${OLD_ARCHIVES})(?:\\.[a-z]{2})?/(\\d{7})${VERSION}$`, 'i');

/** Parses a text that is nothing but an arXiv id, in either scheme. */
export function parseArxivId(text: string): WrittenId | undefined {
  const trimmed = text.trim();
  const modern = WHOLE.exec(trimmed);
  if (modern) return written(modern[1], undefined, undefined, modern[2]);
  const old = WHOLE_OLD.exec(trimmed);
  return old ? written(undefined, old[1], old[2], old[3]) : undefined;
}

function written(
  modern?: string,
  archive?: string,
  number?: string,
  version?: string,
): WrittenId | undefined {
  const id = modern ? modernId(modern) : oldId(archive, number);
  if (id === undefined) return undefined;
  return version ? { id, version: Number(version) } : { id };
}

/**
 * The id if the text is one: `YYMM.NNNN` from April 2007 to 2014, `YYMM.NNNNN` since 2015. An id that lost a zero is
 * none.
 */
function modernId(text: string): ArxivId | undefined {
  const month = Number(text.slice(2, 4));
  const yymm = Number(text.slice(0, 4));
  if (month < 1 || month > 12 || yymm < 704 || yymm > 5012) return undefined;
  const digits = text.length - 5;
  return digits === (yymm < 1501 ? 4 : 5) ? text : undefined;
}

/**
 * The id if it is one: `archive/YYMMNNN` from 1991 to March 2007. The subject class (`math.GT/…`) is not part of the
 * key.
 */
function oldId(archive?: string, number?: string): ArxivId | undefined {
  if (!archive || !number) return undefined;
  const year = Number(number.slice(0, 2));
  const month = Number(number.slice(2, 4));
  if (month < 1 || month > 12 || (year > 7 && year < 91)) return undefined;
  return `${archive.toLowerCase()}/${number}`;
}

// An address leads to one paper if the text before the id ends like this.
const LEADS_TO_PAPER =
  /(?:arxiv\.org\/(?:abs|pdf|html|format|e-print|ps|src|tex|dvi|show-email|ct\?url=[^ ]{0,40})\/(?:arxiv:)?|arxiv\.org\/abs\?id=|ar5iv\.org\/(?:abs|pdf|html)\/|10\.48550\/arxiv[.:]|huggingface\.co\/papers\/|hf\.co\/papers\/|(?:xxx\.lanl\.gov|lanl\.arxiv\.org)\/(?:abs|pdf)\/|alphaxiv\.org\/(?:[a-z]{2}\/)?(?:abs|pdf|html|overview)\/|[/=:]arxiv[:/]|\/papers?\/|kimi\?paper=|(?:arxiv|doi)\.org\/)$/i;
const NAMED =
  /(?:arxiv(?:\.org)?(?:[ _-]?id|[ _-]?link|[ _-]?paper)?(?:\*{1,2}|`|")?(?:[:：\s#/.=_\-|[("'`]|\*|%3a|preprint|eprint)*)$/i;

const ANYWHERE = /* @__PURE__ */ new RegExp(
  `(?:(\\d{4}\\.\\d{4,5})|(?<![a-z-])(${OLD_ARCHIVES})(?:\\.[a-z]{2})?/(\\d{7}))${VERSION}(?![\\d])`,
  'gi',
);

/** Every arXiv id in a text, in order, with how it is written. */
export function findArxivIds(text: string): FoundId[] {
  const found: FoundId[] = [];
  for (const match of text.matchAll(ANYWHERE)) {
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    if (match[1] && /[\d.]$/.test(before) && !/arxiv\.$/i.test(before)) continue;
    const id = written(match[1], match[2], match[3], match[4]);
    if (!id) continue;
    const end = match.index + match[0].length;
    found.push({ ...id, index: match.index, end, kind: kindOf(before) });
  }
  return found;
}

function kindOf(before: string): FoundId['kind'] {
  if (LEADS_TO_PAPER.test(before)) return 'url';
  return NAMED.test(before) ? 'named' : 'bare';
}

/**
 * The paper that an address leads to: an address of arXiv and its mirrors, a DOI, or an address of a site built upon
 * arXiv.
 */
export function arxivIdFromUrl(url: string): WrittenId | undefined {
  const plain = url.includes('%') ? unescaped(url) : url;
  const found = findArxivIds(plain).find((each) => each.kind === 'url');
  return found && withoutPlace(found);
}

/** The id alone, once it no longer matters where in a text it was found. */
export function withoutPlace({ id, version }: FoundId): WrittenId {
  return version === undefined ? { id } : { id, version };
}

/** Decodes an address within another one, as alerts write it: `scholar_url?url=https%3A%2F%2Farxiv.org%2Fabs%2F…`. */
function unescaped(url: string): string {
  return url.replace(/%(2f|3a|3f|3d)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
