import { bibtex } from './formats/bibtex';
import { csv } from './formats/csv';
import { json } from './formats/json';
import { markdown } from './formats/markdown';
import { ris } from './formats/ris';
import type { ExportFormat } from './list';

/** Every format in which a list can be exported, in the order of the menu. */
export const exportFormats: readonly ExportFormat[] = [bibtex, ris, markdown, csv, json];
