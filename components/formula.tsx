import { h, type VNode } from 'preact';
import { mathmlOf } from '../lib/text/mathml';

/** What a formula may be made of; anything else gives way to what it holds. */
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

/** A formula as MathML; undefined where it cannot be read. */
export function formula(tex: string, display: boolean, strict = false): VNode | undefined {
  const key = `${display}${strict}${tex}`;
  if (!known.has(key)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, read(tex, display, strict));
  }
  return known.get(key);
}

function read(tex: string, display: boolean, strict: boolean): VNode | undefined {
  const source = mathmlOf(tex, { display, strict });
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
