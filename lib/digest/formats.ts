import type { Format, Source } from './format';
import { bibtex } from './formats/bibtex';
import { csv } from './formats/csv';
import { feed } from './formats/feed';
import { html } from './formats/html';
import { json } from './formats/json';
import { jsonLines } from './formats/json-lines';
import { mail } from './formats/mail';
import { markdown } from './formats/markdown';
import { message } from './formats/message';
import { ris } from './formats/ris';
import { sections } from './formats/sections';
import { titleTable } from './formats/title-table';
import { toml } from './formats/toml';
import { xml } from './formats/xml';
import { yaml } from './formats/yaml';

/** Every format, the most specific first: the first that claims a file reads it. */
export const formats: readonly Format[] = [
  titleTable,
  sections,
  message,
  mail,
  feed,
  bibtex,
  ris,
  yaml,
  toml,
  jsonLines,
  json,
  csv,
  html,
  xml,
  markdown,
];

export function chooseFormat(source: Source): Format | undefined {
  return formats.find((format) => format.claims(source));
}
