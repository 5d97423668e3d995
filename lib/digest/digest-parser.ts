import { speak, type Spoken } from '../i18n/translate';
import { unpack } from './file/unpack';
import { readFile } from './read-file';

/** All that an import needs to make digests of the files that were chosen. It knows neither browser nor database. */
export interface DigestParser {
  readFile: typeof readFile;
  unpack: typeof unpack;
}

/** Says its problems in the language that is spoken where it is called: as a script of its own it has none. */
export function digestParser({ language, catalogue }: Spoken): DigestParser {
  speak(language, catalogue);
  return { readFile, unpack };
}
