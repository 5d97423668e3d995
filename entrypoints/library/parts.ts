import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { ListControls } from '../../components/paper/use-list-focus';
import type { MapControls } from './map-room';

/** The parts of the page that keys and steps lead to; what is not on the page is null. */
export interface LibraryParts {
  list: { current: ListControls | null };
  map: { current: MapControls | null };
  /** The section with the paper, and the title in it. */
  detail: RefObject<HTMLElement>;
  title: RefObject<HTMLHeadingElement>;
  search: RefObject<HTMLInputElement>;
}

export function useParts(): LibraryParts {
  return {
    list: useRef<ListControls>(null),
    map: useRef<MapControls>(null),
    detail: useRef<HTMLElement>(null),
    title: useRef<HTMLHeadingElement>(null),
    search: useRef<HTMLInputElement>(null),
  };
}
