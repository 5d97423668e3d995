import { LINK_WORD } from './describe';

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
