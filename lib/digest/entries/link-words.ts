/** What the text of a link says when it is about the link and not about the paper. */
const LINK_WORD =
  /^[^\p{L}\p{N}]*(?:(?:read|view|see|open|ver|full|original|the|官方|查看|阅读|点击|下载|访问)?\s*(?:on |at )?(?:arxiv|abs|abstract|pdf|html|paper|papers?|link|links|url|source|full text|here|doi|hf|hugging ?face|alphaxiv|ar5iv|cool|kimi|papers\.cool|project|code|github|tweet|blog|book|website|page|tex|eprint|preprint|read|view|read more|more|论文|链接|原文|全文|英文原文|地址|摘要|pdf ?下载|paper link|arxiv link|papers? ?(?:page|link)|enlace|リンク|論文|\p{L}{0,10} ?paper)\s*(?:on arxiv|link|page|链接|原文|pdf|论文)?)[^\p{L}\p{N}]*$/iu;

/** Whether the text of a link only says that it is a link: `pdf`, `arXiv`, the address, the id. */
export function isLinkWord(text: string): boolean {
  const clean = text.trim();
  if (clean === '' || /^https?:\/\//.test(clean)) return true;
  if (
    /^[^\p{L}\p{N}]*(?:arxiv)?[:\s]*(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?[^\p{L}\p{N}]*(?:\[[\w.-]+\])?$/iu.test(
      clean,
    )
  )
    return true;
  return LINK_WORD.test(clean);
}
