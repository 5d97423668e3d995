import { expect, test } from 'vitest';
import { mathmlOf } from '../../../../lib/text/latex/mathml';
import { readTex, type TexPiece } from '../../../../lib/text/latex/read-latex';

/** Pieces on one line: `bold(…)`, `<formula>`, `\command`. */
const written = (pieces: readonly TexPiece[]): string => pieces.map(write).join('');

function write(piece: TexPiece): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'styled':
      return `${piece.style}(${written(piece.pieces)})`;
    case 'formula':
      return `<${piece.tex}>`;
    case 'command':
      return `\\${piece.name}`;
    case 'link':
      return `link(${piece.url}, ${written(piece.pieces)})`;
    case 'lost-link':
      return `lost(${piece.text})`;
  }
}

test.each([
  // text
  ['AT&T: 50% of 3 {small} words', 'AT&T: 50% of 3 small words'],
  ['gains of 4.5\\% \\& \\$3, a\\_b, \\{x\\}', 'gains of 4.5% & $3, a_b, {x}'],
  ["``Quoted'' and don''t", '“Quoted” and don’’t'.replace('’’', "''")],
  ['1--5, a -- b, so---and use --flag', '1–5, a – b, so—and use --flag'],
  ['Models~(LLMs), Fig.~3, (~14x cheaper), 5~10', 'Models\u00A0(LLMs), Fig.\u00A03, (~14x cheaper), 5~10'],
  ['a fixed corpus} and {open', 'a fixed corpus and open'],
  ['中文~\\textbf{摘要}', '中文\u00A0bold(摘要)'],
  // accents
  [
    "Schr\\\"odinger, Caf\\'{e}, \\v{C}apek, na\\\"{\\i}ve, \\L{}\\'od\\'z",
    'Schrödinger, Café, Čapek, naïve, Łódź',
  ],
  ['T{\\"}ulu, Pass\\^{}1, \\r{ho} and \\k{appa}, \\b{Co}upled', 'Tulu, Pass^1, ρ and κ, Coupled'],
  // dress
  ['\\textbf{Q}uery and \\emph{so {\\tt on}}', 'bold(Q)uery and italic(so code(on))'],
  ['{\\bf all bold} not', 'bold(all bold) not'],
  ['\\bf{word} not', 'bold(word) not'],
  ['{\\color{blue}x} \\textcolor{red}{y}', 'x y'],
  ['\\textbf{unclosed', 'unclosed'],
  // formulas
  ['CAT-ID$^2$: $O(n \\log n)$', 'CAT-ID<^2>: <O(n \\log n)>'],
  ['\\(82\\%\\) and $$x$$', '<82\\%> and <x>'],
  ['$r$$\\geq$0.95, $p$$<$0.05', '<r><\\geq>0.95, <p><<>0.05'],
  ['$\\text{of $n$ items}$', '<\\text{of $n$ items}>'],
  ['10^{-3}, pass^3, H_{2}O, file_name', '10raised(-3), passraised(3), Hlowered(2)O, file_name'],
  // tags
  [
    'CO<sub>2</sub> in <em><I>E. coli</I> 10<sup>$n$</sup></em>',
    'COlowered(2) in italic(italic(E. coli) 10raised(<n>))',
  ],
  ["<think> Let's see </think>, a < b > c, <b>x</b>", "<think> Let's see </think>, a < b > c, <b>x</b>"],
  [
    '<i class="x">no</i>, <script>x</script>, <i>unclosed',
    '<i class="x">no</i>, <script>x</script>, <i>unclosed',
  ],
  // prices are no formulas
  ['costs $3.50 a day or $5 a week', 'costs $3.50 a day or $5 a week'],
  ['($p < 0.01$). It costs $0.003/query', '(<p < 0.01>). It costs $0.003/query'],
  ['from $1 to $2', 'from $1 to $2'],
  // commands
  ['our \\method{} and \\ours', 'our \\method and \\ours'],
  ['\\role{teacher} \\alpha \\sim 5', 'teacher α \\sim 5'],
  ['\\constructor \\toString', '\\constructor \\toString'],
  ['as \\cite{a2020} say\\footnote{Not all.}', 'as [a2020] say (Not all.)'],
  ['$\\unicode{x2014}$ \\unicode{x2013} \\verb|a_b|', '<\\unicode{x2014}> – code(a_b)'],
  ['the token "\\n\\n"', 'the token "\\n\\n"'],
  // addresses
  ['\\href{https://a.org/x\\_y}{code}', 'link(https://a.org/x_y, code)'],
  ['\\url{javascript:alert(1)} at this https URL.', 'javascript:alert(1) at lost(this https URL).'],
  ['\\href{this https URL}{repository}', 'repository'],
])('%s', (source, expected) => expect(written(readTex(source))).toBe(expected));

test.each(['{'.repeat(100_000), '$'.repeat(100_000), '$a '.repeat(30_000), '\\textbf{'.repeat(20_000)])(
  'a hostile text is read in no time (%#)',
  (source) => expect(readTex(`${source}x`).length).toBeGreaterThan(0),
  2_000,
);

test.each([
  ['O(n)', '<mi>O</mi>'],
  ['\\mine{x}', '<mtext>mine</mtext>'],
  ['\\unicode{x2014}', '—'],
  ['5%', '%'],
])('%s is MathML with %s', (tex, part) => expect(mathmlOf(tex)).toContain(part));

test('what is no formula is none', () => {
  expect(mathmlOf('\\frac{1')).toBeUndefined();
  expect(mathmlOf('\\mine', { strict: true })).toBeUndefined();
});
