import { useState } from 'preact/hooks';
import type { CardAct } from '../../components/paper/paper-card';
import { absAddress } from '../../lib/arxiv/address';
import { logError } from '../../lib/browser/log-error';
import type { ExportFormat } from '../../lib/export/list';
import { saveList } from '../../lib/export/save-list';
import { t } from '../../lib/i18n/translate';
import type { Triage } from '../../lib/lists/triage';
import type { ArxivId } from '../../lib/paper';
import type { LensDatabase } from '../../lib/store/database';
import { listedPapers } from '../../lib/store/views/listed-papers';
import type { LibraryParts } from './parts';

export interface Acts {
  /** What was just done that cannot be taken back. */
  said: string;
  forgetSaid: () => void;
  act: (ids: readonly ArxivId[], what: CardAct) => void;
  save: (name: string, ids: readonly ArxivId[], format: ExportFormat) => void;
  /** As a text of this format; the address where there is none. */
  copy: (id: ArxivId, format: ExportFormat | undefined) => void;
}

const FLAG_OF = { star: 'starred', read: 'read', hide: 'hidden' } as const;

/** What the reader does with papers, one or many. */
export function useActs(db: LensDatabase, triage: Triage, list: LibraryParts['list']): Acts {
  const [said, say] = useState('');

  async function save(name: string, ids: readonly ArxivId[], format: ExportFormat): Promise<void> {
    saveList({ name, papers: await listedPapers(db, ids) }, format);
  }
  async function copy(id: ArxivId, format: ExportFormat | undefined): Promise<void> {
    const papers = await listedPapers(db, [id]);
    const text = format ? format.write({ name: id, papers }) : absAddress(id);
    await navigator.clipboard.writeText(text);
    say(t('library_copied'));
  }
  return {
    said,
    forgetSaid: () => say(''),
    act(ids, what) {
      const flag = FLAG_OF[what];
      const isOn = ids.every((id) => triage.stateOf(id)[flag]);
      if (what === 'hide' && !isOn) list.current?.handOver(ids);
      triage.change(ids, { [flag]: !isOn });
      say('');
    },
    save: (...chosen) => void save(...chosen).catch(logError),
    copy: (...paper) => void copy(...paper).catch(logError),
  };
}
