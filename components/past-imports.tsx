import { number } from '../lib/import-summary';
import type { StoredImport } from '../lib/store/schema';

export interface PastImportsProps {
  imports: readonly StoredImport[];
  onUndo: (importId: number) => void;
}

export function PastImports({ imports, onUndo }: PastImportsProps) {
  return (
    <section aria-labelledby="past">
      <h2 id="past">Past imports</h2>
      <p class="lead">Undo takes back one import: its digests, and the papers that only they list.</p>
      <div class="files">
        <table>
          <thead>
            <tr>
              <th>When</th>
              <th>What</th>
              <th class="number">Digests</th>
              <th class="number">Papers</th>
              <th class="number">New</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {imports.map(({ id, startedAt, name, state, digestsStored, papers, newPapers }) => (
              <tr key={id}>
                <td>
                  {new Date(startedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
                </td>
                <td class="name">{name}</td>
                <td class="number">{number(digestsStored)}</td>
                <td class="number">{papers === undefined ? '–' : number(papers)}</td>
                <td class="number">{number(newPapers)}</td>
                <td class="number">
                  <button
                    type="button"
                    class="link"
                    aria-label={`${state === 'undoing' ? 'Undoing' : 'Undo'} the import of ${name}`}
                    disabled={state === 'undoing'}
                    onClick={() => onUndo(id)}
                  >
                    {state === 'undoing' ? 'Undoing' : 'Undo'}
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
