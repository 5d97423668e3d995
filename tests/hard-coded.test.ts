import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Names, which are the same in every language, and what bug reports quote. */
const NAMES = new Set(['Digest Lens', 'Digest Lens:', 'arXiv', 'arXiv:', 'English', '简体中文', 'dl']);
const IN_ENGLISH = ['lib/bug-report.ts'];

/** Attributes that a reader sees or hears. */
const SAID = new Set([
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'title',
  'placeholder',
  'alt',
  'label',
]);

/** At least a word, be it of one Chinese character; an entity is none. */
const WORD = /\p{L}\p{L}|\p{Script=Han}/u;
/** A capital, small letters and another word: what no key, class or query looks like. */
const SENTENCE =
  /^[\s:.,]*\p{Lu}\p{Ll}+,? [\p{L}\d][\p{L}’']*[\s.,:!?…]|^\p{Lu}\p{Ll}+(?: \p{Ll}+)+[.:?…]?$/u;
/** In `lib/` it is what digests call their fields. */
const HAN = /\p{Script=Han}/u;

const sources = ['components', 'entrypoints', 'lib'].flatMap((room) =>
  readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

/** What a file says in its own words where a message of the catalogues should stand. */
function ownWords(path: string, text: string): string[] {
  const isShown = !path.startsWith('lib/');
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    // A mistake of ours is told to us.
    if (ts.isThrowStatement(node) || ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const said = wordsOf(node);
    if (said !== undefined && !NAMES.has(said) && WORD.test(said)) {
      const isSaid = isShown && (ts.isJsxText(node) || isSaidAttribute(node) || isChild(node));
      const isSentence = SENTENCE.test(said) || (isShown && HAN.test(said));
      if (isSaid || isSentence) found.push(said);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node) || ts.isStringLiteralLike(node)) return node.text.trim();
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
      .map(({ text }) => text)
      .join('…')
      .trim();
  return undefined;
}

/** `aria-label="…"` of JSX, `{ 'aria-label': '…' }` of an element. */
function isSaidAttribute(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return SAID.has(parent.name.getText());
  if (!ts.isPropertyAssignment(parent) || parent.initializer !== node) return false;
  return ts.isStringLiteral(parent.name) && SAID.has(parent.name.text);
}

const JOINS = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** `{isDone && '…'}` between tags. */
function isChild(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxExpression(parent)) return ts.isJsxElement(parent.parent) || ts.isJsxFragment(parent.parent);
  const isPart = ts.isConditionalExpression(parent)
    ? parent.condition !== node
    : ts.isBinaryExpression(parent) && parent.right === node && JOINS.has(parent.operatorToken.kind);
  return (isPart || ts.isParenthesizedExpression(parent)) && isChild(parent);
}

test.each(sources.filter((path) => !IN_ENGLISH.includes(path)))(
  '%s says nothing in words of its own',
  (path) => {
    expect(ownWords(path, readFileSync(path, 'utf8'))).toEqual([]);
  },
);

test.each([
  ['text', '<p>Nothing here</p>', ['Nothing here']],
  ['a word', '<button>Undo</button>', ['Undo']],
  ['Chinese', '<p>还没有</p>', ['还没有']],
  ['a choice', "<p>{a ? 'one' : (b && 'two')}</p>", ['one', 'two']],
  ['an attribute', '<a title="Library" class="Big Thing" />', ['Library']],
  ['an attribute of an element', "element('a', { 'aria-label': 'More' })", ['More']],
  ['a sentence anywhere', "const NAMES = { abs: 'Abstract pages' }", ['Abstract pages']],
  ['a template', 'const said = `No digest for ${day}.`', ['No digest for ….']],
  ['no key', "<p>{t('popup_none')} · {x === 'read'}</p>", []],
  ['no selector', "document.querySelector('article .title')", []],
  ['no mistake', "throw new Error('There is no such thing.')", []],
])('%s is found', (_case, text, words) => {
  expect(ownWords('components/a.tsx', text)).toEqual(words);
});
