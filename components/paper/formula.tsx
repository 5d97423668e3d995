import { type ComponentChild, h, type VNode } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import { plainTex } from '../../lib/text/latex/one-line';

type Converter = typeof import('../../lib/text/latex/mathml').mathmlOf;

/** Nearly half of a page's code, which few titles need: it is loaded when a first formula has been drawn. */
let converter: Converter | undefined;
let coming: Promise<void> | undefined;

export function loadConverter(): Promise<void> {
  coming ??= import('../../lib/text/latex/mathml').then(({ mathmlOf }) => {
    converter = mathmlOf;
  });
  return coming;
}

interface FormulaProps {
  tex: string;
  display?: boolean;
  /** A formula with a command that nobody knows counts as one that cannot be read. */
  strict?: boolean;
  /** What is shown of a formula that cannot be read. */
  children: ComponentChild;
}

/** A formula as MathML, and as plain text until the code for that is loaded. */
export function Formula({ tex, display = false, strict = false, children }: FormulaProps) {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const convert = converter;
  useEffect(() => {
    if (!convert) void loadConverter().then(() => redraw());
  }, []);
  if (!convert) return <>{plainTex(tex) || children}</>;
  return <>{formula(convert, tex, display, strict) ?? children}</>;
}

/** The elements that a formula may be made of; of any other only what is in it is kept. */
const ELEMENTS = new Set(
  'math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'accent accentunder columnalign columnspacing depth display displaystyle fence form height largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowspacing rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  ),
);

const known = new Map<string, VNode | undefined>();
/** More than any page shows at once. */
const MOST_KNOWN = 5000;

function formula(convert: Converter, tex: string, display: boolean, strict: boolean): VNode | undefined {
  const key = `${display}${strict}${tex}`;
  if (!known.has(key)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, read(convert, tex, display, strict));
  }
  return known.get(key);
}

function read(convert: Converter, tex: string, display: boolean, strict: boolean): VNode | undefined {
  const source = convert(tex, { display, strict });
  if (source === undefined) return undefined;
  const root = new DOMParser().parseFromString(source, 'application/xml').documentElement;
  return root.localName === 'math' ? nodeOf(root) : undefined;
}

function nodeOf(element: Element): VNode {
  const attributes = Object.fromEntries(
    [...element.attributes].flatMap(({ name, value }) => (ATTRIBUTES.has(name) ? [[name, value]] : [])),
  );
  return h<object>(element.localName, attributes, ...childrenOf(element));
}

function childrenOf(element: Element): (VNode | string)[] {
  return [...element.childNodes].flatMap((node): (VNode | string)[] => {
    if (node.nodeType === Node.TEXT_NODE) return [node.nodeValue ?? ''];
    if (!(node instanceof Element)) return [];
    return ELEMENTS.has(node.localName) ? [nodeOf(node)] : childrenOf(node);
  });
}
