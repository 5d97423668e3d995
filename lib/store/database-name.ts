/** Of the extension's IndexedDB, for scripts that are too small for `schema.ts`. */
export const DATABASE_NAME = 'digest-lens';
