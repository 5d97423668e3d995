import { anyOf, either } from '../word-pattern';

/** What one does with a link, or how it is given: `Read on arXiv`, `full text`, `查看论文`. */
const LEADS = anyOf('read, view, see, open, ver, full, original, the', '官方, 查看, 阅读, 点击, 下载, 访问');

/** What a link leads to. */
const TARGETS = either(
  anyOf(
    'arxiv, abs, abstract, pdf, html, tex, paper, papers, paper link, arxiv link, eprint, preprint, full text, doi',
    'paper(s)( )page, paper(s)( )link, link, links, url, source, here, read, view, read more, more, website, page',
    // Sites that show arXiv's papers in their own way.
    'hf, hugging( )face, alphaxiv, ar5iv, cool, kimi, papers.cool',
    // What belongs to a paper and stands elsewhere.
    'project, code, github, tweet, blog, book',
    '论文, 链接, 原文, 全文, 英文原文, 地址, 摘要, pdf( )下载',
    'enlace, リンク, 論文',
  ),
  // `Original paper`, `Workshop paper`.
  String.raw`\p{L}{0,10} ?paper`,
);

const PLACES = anyOf('on arxiv, link, page, 链接, 原文, pdf, 论文');

/** What the text of a link says when it is about the link and not about the paper. */
const LINK_WORD = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:${LEADS}?\s*(?:on |at )?${TARGETS}\s*${PLACES}?)[^\p{L}\p{N}]*$`,
  'iu',
);

const LONE_ID = new RegExp(
  [
    String.raw`^[^\p{L}\p{N}]*(?:arxiv)?[:\s]*`,
    String.raw`(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?`,
    // A category may follow, as in arXiv's feeds: `2504.05309 [cs.IR]`.
    String.raw`[^\p{L}\p{N}]*(?:\[[\w.-]+\])?$`,
  ].join(''),
  'iu',
);

/** Whether the text of a link only says that it is a link: `pdf`, `arXiv`, the address, the id. */
export function isLinkWord(text: string): boolean {
  const clean = text.trim();
  if (clean === '' || /^https?:\/\//.test(clean)) return true;
  return LONE_ID.test(clean) || LINK_WORD.test(clean);
}
