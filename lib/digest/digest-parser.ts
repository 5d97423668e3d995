import { listFiles } from './file/unpack';
import { readFile } from './read-file';

/** All that an import needs to make digests of the files that were chosen. It knows neither browser nor database. */
export const digestParser = { listFiles, readFile };

export type DigestParser = typeof digestParser;
