import { printMoment } from '../../lib/days/print';
import { printNumber, t } from '../../lib/i18n/translate';
import { importName } from '../../lib/import/wording';
import type { StoredImport } from '../../lib/store/records';

interface PastImportsProps {
  imports: readonly StoredImport[];
  onUndo: (importId: number) => void;
}

export function PastImports({ imports, onUndo }: PastImportsProps) {
  return (
    <section aria-labelledby="past">
      <h3 id="past">{t('past_title')}</h3>
      <p class="lead">{t('past_lead')}</p>
      <div class="files">
        <table>
          <thead>
            <tr>
              <th>{t('past_when')}</th>
              <th>{t('past_what')}</th>
              <th class="number">{t('past_digests')}</th>
              <th class="number">{t('import_papers')}</th>
              <th class="number">{t('import_new')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {imports
              .map((row) => ({ ...row, name: importName(row) }))
              .map(({ id, startedAt, name, state, digestsStored, papers, newPapers }) => (
                <tr key={id}>
                  <td class="moment">{printMoment(startedAt)}</td>
                  <td class="name">{name}</td>
                  <td class="number">{printNumber(digestsStored)}</td>
                  <td class="number">{papers === undefined ? '–' : printNumber(papers)}</td>
                  <td class="number">{printNumber(newPapers)}</td>
                  <td class="number">
                    <button
                      type="button"
                      class="link"
                      aria-label={t(state === 'undoing' ? 'past_undoingNamed' : 'past_undoNamed', name)}
                      disabled={state === 'undoing'}
                      onClick={() => onUndo(id)}
                    >
                      {t(state === 'undoing' ? 'past_undoing' : 'past_undo')}
                    </button>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
