import browser from 'webextension-polyfill';
import type { Disposition } from './tabs';

/** What the address bar offers below the typed text; `content` replaces the text when the suggestion is chosen. */
export interface Suggestion {
  content: string;
  description: string;
}

/** How a browser wants a description: Chrome as XML, in which a match can be marked; Firefox as plain text. */
export interface Markup {
  text(text: string): string;
  match(text: string): string;
  aside(text: string): string;
}

const unmarked = (text: string): string => text;
export const PLAIN_TEXT: Markup = { text: unmarked, match: unmarked, aside: unmarked };
const XML_SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Escapes text for XML and leaves out what XML cannot hold: Chrome discards a whole description that is not well
 * formed.
 */
const escapedXml = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll(/[&<>"']/g, (sign) => XML_SIGNS[sign] ?? '');
export const XML: Markup = {
  text: escapedXml,
  match: (text) => `<match>${escapedXml(text)}</match>`,
  aside: (text) => `<dim>${escapedXml(text)}</dim>`,
};

/** Serves the extension's keyword in the address bar: what it offers while the reader types, and where it leads. */
export function onOmnibox(box: {
  hint: () => string;
  suggest: (text: string) => Promise<Suggestion[]>;
  enter: (text: string, disposition: Disposition) => void;
}): void {
  const { omnibox } = browser;
  omnibox.onInputStarted.addListener(() =>
    omnibox.setDefaultSuggestion({ description: suggestionMarkup.text(box.hint()) }),
  );
  omnibox.onInputChanged.addListener((text, show) => void box.suggest(text).then(show));
  omnibox.onInputEntered.addListener(box.enter);
}

export const suggestionMarkup: Markup = import.meta.env.FIREFOX ? PLAIN_TEXT : XML;
