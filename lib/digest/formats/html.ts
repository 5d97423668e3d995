import { TreeBuilder } from '../blocks/block-tree';
import { growFromHtml } from '../blocks/html';
import type { Format } from '../format';
import { readTree } from './markdown';

const START = String.raw`^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)?`;
const PAGE = new RegExp(`${START}<(?:!doctype html|html|head|body)\\b`, 'i');
const FRAGMENT = new RegExp(`${START}<(?:table|div|article|section|main|ul|ol|dl|p|h[1-6])\\b`, 'i');
// A Markdown file may begin with a tag too.
const MARKDOWN = /^#{1,6} |^\s*[-*] \S|\]\(|^\|?[ :-]*-{3,}[ :|-]*\|/m;

/** Web pages, and mails in HTML. */
export const html: Format = {
  name: 'html',
  claims: ({ text }) => PAGE.test(text.slice(0, 4000)) || (FRAGMENT.test(text) && !MARKDOWN.test(text)),
  read: ({ path, text }) => {
    const tree = new TreeBuilder();
    growFromHtml(tree, text, { linesBefore: 0, keepsLines: false });
    return readTree(tree.root, path);
  },
};
