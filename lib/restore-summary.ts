import { number } from './import-summary';
import type { StoredRestore } from './store/schema';

/** What the options page says of a restore, in one sentence for each state. */
export function restoreSummary(restore: StoredRestore): string {
  const { state, name, records, written, hindrance = '' } = restore;
  switch (state) {
    case 'checking':
      return `Checking ${name}. Nothing is stored before all of it is checked.`;
    case 'writing':
      return `Restoring ${name}: ${number(written)} of ${number(records)} records. You may close this page; it goes on.`;
    case 'stopped':
      return hindrance;
    case 'refused':
      return `${name} was not restored, and nothing has changed. ${hindrance}`;
    case 'done':
      return doneSummary(restore);
  }
}

function doneSummary({ name, newPapers, newDigests, newStates }: StoredRestore): string {
  const gains = [
    [newPapers, 'paper'],
    [newDigests, 'digest'],
    [newStates, 'reading state'],
  ] as const;
  const said = gains.flatMap(([count, noun]) =>
    count === 0 ? [] : [`${number(count)} ${noun}${count === 1 ? '' : 's'}`],
  );
  if (said.length === 0) return `Restored ${name}: everything in it was here already.`;
  return `Restored ${name}: ${said.join(', ')} that ${said.length === 1 && said[0]?.startsWith('1 ') ? 'was' : 'were'} not here.`;
}
