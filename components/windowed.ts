import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

type Window = Virtualizer<HTMLElement, HTMLElement>;
type Options = Pick<
  VirtualizerOptions<HTMLElement, HTMLElement>,
  'count' | 'getScrollElement' | 'estimateSize' | 'getItemKey' | 'rangeExtractor' | 'initialOffset'
>;

/** Rows rendered beyond the view on either side, so that a quick scroll meets no blank. */
const OVERSCAN = 6;

/** Which rows of a long list are in the document, and where each stands. */
export function useWindow(options: Options): Window {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const all = {
    overscan: OVERSCAN,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(),
    ...options,
  };
  const [rows] = useState<Window>(() => new Virtualizer(all));
  rows.setOptions(all);
  // oxlint-disable no-underscore-dangle -- What its adapters for other frameworks call.
  useLayoutEffect(() => rows._didMount(), []);
  useLayoutEffect(() => rows._willUpdate());
  return rows;
}
