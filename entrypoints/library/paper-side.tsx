import { PaperDetail } from '../../components/library/paper-detail';
import { PaperGone } from '../../components/library/paper-gone';
import { t } from '../../lib/i18n/translate';
import { tagsOf } from '../../lib/lists/facets';
import type { LibrarySession } from './session';
import { detailLinks } from './use-address';

/** The paper that is looked at, or what stands in its place. */
export function PaperSide({ shown, stock, view, bar, follow, triage, acts, opening, parts }: LibrarySession) {
  if (shown === undefined) return <p class="hint">{t('library_pick')}</p>;
  const { id, page, related } = shown;
  if (!page) return <PaperGone id={id} />;
  return (
    <PaperDetail
      page={page}
      state={stock.states.get(id) ?? {}}
      related={related}
      terms={view.terms}
      knownTags={tagsOf(stock.states).map(({ name }) => name)}
      hrefs={detailLinks(bar)}
      title={parts.title}
      onFollow={follow}
      onAct={(what) => acts.act([id], what)}
      onNote={(note) => triage.change([id], { note })}
      onPickNote={(note) => {
        triage.change([id], { note });
        shown.forgetOtherNotes();
      }}
      onTags={(tags) => triage.change([id], { tags })}
      onCopy={(format) => acts.copy(id, format)}
      onBack={opening.close}
    />
  );
}
