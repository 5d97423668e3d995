import type { Line } from '../blocks/line';
import { either } from '../word-pattern';

export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Takes off the marks that wrap the whole of a text: `**text**`, `*text*`, `_text_`. */
export function withoutWrapping(text: string): string {
  let inner = text.trim();
  for (let round = 0; round < 4; round += 1) {
    const match = /^(\*{1,3}|_{1,3}|~~)(?=\S)([\s\S]+)\1$/.exec(inner);
    const kernel = match?.[2];
    if (kernel === undefined || kernel.includes(match?.[1] ?? '*')) return inner;
    inner = kernel.trim();
  }
  return inner;
}

/** What stands before a title in a list, where words follow it. */
const NUMBERS = either(
  // `4.5/5 — Title`: a score.
  String.raw`[^\p{L}\p{N}]{0,3}\d{1,2}(?:\.\d)?\/(?:5|10|100)\s*[—–:|-]\s`,
  // `3. Title`, `(3) Title`, `3、标题`.
  String.raw`\(?#?\d{1,4}\\?[.)、:：]\)?`,
  // `[3] Title`, `【3】标题`, `#3 Title`, `③ 标题`.
  String.raw`\[#?\d{1,4}\]\.?`,
  String.raw`【\d{1,4}】`,
  String.raw`#\d{1,4}`,
  '[①-⑳]',
  // `[cs.IR] Title`, `[hep-th] Title`.
  String.raw`\[(?:[a-z]+(?:-[a-z]+)?\.[A-Z]{2}|hep-\w+|gr-qc|quant-ph)\]`,
  // `[2504.05309] Title`, as arXiv's pages name themselves.
  String.raw`\[(?:arXiv:)?\d{4}\.\d{4,5}(?:v\d+)?\]`,
);

/** A tag before a title, which may also stand alone: `[new 003] Title`, `[PDF] Title`. */
const TAGS = String.raw`\[(?:new|replaced?|cross(?:-list(?:ed)?)?|updated?|pdf|html|book|citation)(?: ?\d*)\]`;

const NUMBERING = new RegExp(String.raw`^${NUMBERS}\s*(?=\S)|^${TAGS}\s*`, 'iu');

/** A title without the number it has in its list: `3. Title`, `[3] Title`, `[new 003] Title`. */
export function withoutNumber(text: string): string {
  const match = NUMBERING.exec(text);
  // In `3.5 Sonnet` the number is part of the title.
  if (!match || /^\d+\.$/.test(match[0])) return text;
  return text.slice(match[0].length).trim();
}

/** The title in a cell, heading or field: the text of its link, its bold part, or all of it. */
export function titleText(line: Line): string {
  const linked = line.links.find(
    (link) => link.end - link.start > 12 && !/^https?:/.test(line.text.slice(link.start)),
  );
  const bold = line.strong.find((one) => one.end - one.start > 5);
  const whole = withoutWrapping(line.text);
  const best = [linked, bold].find(
    (stretch) => stretch && stretch.end - stretch.start > line.text.length * 0.6,
  );
  const text = best ? line.text.slice(best.start, best.end) : whole;
  return bareTitle(text);
}

/** Takes off quotes or brackets around a whole title. */
function withoutQuotes(text: string): string {
  return /^"([^"]*)"$|^“([^”]*)”$|^《([^》]*)》$|^【([^】]*)】$|^\[([^[\]]*)\]$/.test(text)
    ? text.slice(1, -1)
    : text;
}

/** The words of a title without what a list puts around them. */
export const bareTitle = (text: string): string => withoutQuotes(withoutNumber(withoutWrapping(text)));
