import { inWords } from '../i18n/sentence';
import { listed, paragraph, t, tn } from '../i18n/translate';
import type { StoredRestore } from '../store/records';

/** What the options page says of a restore: one or two sentences for each state. */
export function restoreSummary(restore: StoredRestore): string {
  const { state, name, records, written, hindrance = [] } = restore;
  const why = hindrance.map(inWords);
  switch (state) {
    case 'checking':
      return t('backup_checking', name);
    case 'writing':
      return t('backup_restoring', name, written, records);
    case 'stopped':
      return paragraph(...why);
    case 'refused':
      return paragraph(t('backup_refused', name), ...why);
    case 'done':
      return doneSummary(restore);
  }
}

function doneSummary({ name, newPapers, newDigests, newStates }: StoredRestore): string {
  const gains = [
    newPapers > 0 && tn('papers', newPapers),
    newDigests > 0 && tn('digests', newDigests),
    newStates > 0 && tn('readingStates', newStates),
  ].filter((gain) => gain !== false);
  if (gains.length === 0) return t('backup_nothingNew', name);
  return tn('backup_restored', newPapers + newDigests + newStates, name, listed(gains));
}
