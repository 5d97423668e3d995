import { download } from './download';
import { type ExportedList, type ExportFormat, fileNameOf } from './list';

/** Lets the reader save a list in one of the formats. */
export function saveList(list: ExportedList, format: ExportFormat): void {
  download(fileNameOf(list, format), new Blob([format.write(list)], { type: format.type }));
}
