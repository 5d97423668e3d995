import { unpack } from './file/unpack';
import { readFile } from './read-file';

/** What an import needs to turn chosen files into digests. It knows neither the browser nor the database. */
export const digestParser = { readFile, unpack };

export type DigestParser = typeof digestParser;
