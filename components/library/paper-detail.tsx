import type { RefObject } from 'preact';
import type { RelatedAnswer } from '../../lib/browser/messages';
import { printDay } from '../../lib/days/print';
import { bibtex } from '../../lib/export/formats/bibtex';
import { markdown } from '../../lib/export/formats/markdown';
import type { ExportFormat } from '../../lib/export/list';
import { listed, t, tn } from '../../lib/i18n/translate';
import type { AnnouncementDate, ArxivId, ReadingState } from '../../lib/paper';
import type { PaperListing, StoredPaper } from '../../lib/store/views/stored-paper';
import { subjectLine } from '../arxiv/digest-mark';
import { Menu, MenuItems } from '../page/menu';
import { printName } from '../paper/author-line';
import { EntryFactList } from '../paper/entry-details';
import { leadOf } from '../paper/lead-wording';
import { TexText } from '../paper/tex-text';
import { InnerLink } from './inner-link';
import { NoteEditor } from './note-editor';
import { NoteVersions } from './note-versions';
import { TagEditor } from './tag-editor';

type DetailAct = 'star' | 'read' | 'hide';

interface PaperDetailProps {
  page: StoredPaper;
  state: Partial<ReadingState>;
  /** Undefined until they are known. */
  related: readonly RelatedAnswer[] | undefined;
  terms: ReadonlySet<string> | undefined;
  knownTags: readonly string[];
  hrefs: DetailLinks;
  /** The heading, which takes the focus when the paper is opened. */
  title: RefObject<HTMLHeadingElement>;
  onFollow: (href: string) => void;
  onAct: (act: DetailAct) => void;
  onNote: (note: string) => void;
  /** The reader has picked one of several versions of the note. */
  onPickNote: (note: string) => void;
  onTags: (tags: string[]) => void;
  /** As a text of this format, or without one, the address of the paper. */
  onCopy: (format: ExportFormat | undefined) => void;
  onBack: () => void;
}

/** Where the library shows more of what the detail names. */
export interface DetailLinks {
  paper: (id: ArxivId) => string;
  digest: (date: AnnouncementDate, subject: string | undefined) => string;
  author: (name: string) => string;
  tag: (tag: string) => string;
}

/** All that is known of one paper, and all that can be done with it. */
export function PaperDetail(props: PaperDetailProps) {
  const { page, state, related, terms, hrefs } = props;
  const { paper, listings } = page;
  const said = (name: 'translatedTitle' | 'translatedAbstract') =>
    listings.find(({ entry }) => entry[name])?.entry[name];
  const [title = { text: `arXiv:${paper.id}`, lang: undefined }, ...otherTitles] = leadOf(
    paper.title,
    said('translatedTitle'),
  );
  const abstracts = leadOf(paper.abstract, said('translatedAbstract'));
  return (
    <article class="paper-detail" aria-labelledby="detail-title">
      <button type="button" class="link back" onClick={props.onBack}>
        {t('library_back')}
      </button>
      <h2 ref={props.title} id="detail-title" lang={title.lang} tabIndex={-1}>
        <TexText text={title.text} terms={terms} />
      </h2>
      {otherTitles.map(({ text, lang }) => (
        <p key={text} class="other-title" lang={lang}>
          <TexText text={text} terms={terms} />
        </p>
      ))}
      <p class="authors">
        {paper.authors.map((name, at) => (
          <span key={`${at} ${name}`}>
            {at > 0 && ', '}
            <InnerLink href={hrefs.author(name)} onFollow={props.onFollow}>
              {printName(name)}
            </InnerLink>
          </span>
        ))}
      </p>
      <Actions {...props} />
      {abstracts.length === 0 && <p class="abstract">{t('paper_noAbstract')}</p>}
      {abstracts.map(({ text, lang }) => (
        <p key={text} class="abstract" lang={lang}>
          <TexText text={text} terms={terms} />
        </p>
      ))}
      <section aria-labelledby="detail-yours">
        <h3 id="detail-yours">{t('library_yours')}</h3>
        <TagEditor
          tags={state.tags ?? []}
          known={props.knownTags}
          hrefOf={hrefs.tag}
          onFollow={props.onFollow}
          onChange={props.onTags}
        />
        <NoteEditor key={paper.id} note={state.note ?? ''} onChange={props.onNote} />
        {page.otherNotes.length > 0 && (
          <NoteVersions note={state.note ?? ''} others={page.otherNotes} onPick={props.onPickNote} />
        )}
      </section>
      <section aria-labelledby="detail-digests">
        <h3 id="detail-digests">{tn('library_inDigests', listings.length)}</h3>
        <ul class="listings">
          {listings.map((listing) => (
            <ListingLine key={listing.entry.digest} {...listing} hrefs={hrefs} onFollow={props.onFollow} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="detail-related">
        <h3 id="detail-related">{t('page_relatedPapers')}</h3>
        {related?.length === 0 && <p class="quiet">{t('library_noneRelated')}</p>}
        <ul class="related" aria-label={t('page_relatedPapers')}>
          {related?.map((other) => (
            <li key={other.id}>
              <InnerLink href={hrefs.paper(other.id)} onFollow={props.onFollow}>
                <TexText text={other.title || `arXiv:${other.id}`} inLink />
              </InnerLink>
              <p class="quiet">{reasonOf(other)}</p>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function Actions({ page, state, onAct, onCopy }: PaperDetailProps) {
  const url = (kind: 'abs' | 'pdf' | 'html') => `https://arxiv.org/${kind}/${page.paper.id}`;
  const elsewhere = { target: '_blank', rel: 'noreferrer' };
  return (
    <div class="actions">
      <a class="button main" href={url('abs')} {...elsewhere}>
        {t('library_absPage')}
      </a>
      {(['pdf', 'html'] as const).map((kind) => (
        <a key={kind} class="button" href={url(kind)} {...elsewhere}>
          {kind.toUpperCase()}
        </a>
      ))}
      <button
        type="button"
        class="button"
        aria-pressed={state.starred ?? false}
        onClick={() => onAct('star')}
      >
        {t(state.starred ? 'library_starred' : 'library_star')}
      </button>
      <button type="button" class="button" aria-pressed={state.read ?? false} onClick={() => onAct('read')}>
        {t(state.read ? 'library_read' : 'library_markRead')}
      </button>
      <button type="button" class="button" aria-pressed={state.hidden ?? false} onClick={() => onAct('hide')}>
        {t(state.hidden ? 'library_hidden' : 'library_hide')}
      </button>
      <Menu name={t('library_copy')}>
        <MenuItems
          items={[
            ...[bibtex, markdown].map((format) => ({ name: format.name, onPick: () => onCopy(format) })),
            { name: t('library_address'), onPick: () => onCopy(undefined) },
          ]}
        />
      </Menu>
    </div>
  );
}

interface ListingProps extends PaperListing {
  hrefs: DetailLinks;
  onFollow: (href: string) => void;
}

/** One digest that listed the paper, and what it said of it. */
function ListingLine({ entry, title, path, subject, papers, hrefs, onFollow }: ListingProps) {
  const names = [title, subject].filter(Boolean);
  return (
    <li>
      <div class="listing">
        <InnerLink href={hrefs.digest(entry.date, subject)} onFollow={onFollow}>
          <time dateTime={entry.date}>{printDay(entry.date)}</time>
        </InnerLink>
        <span>
          {names.join(' · ')} <span class="quiet">{path}</span>{' '}
          {entry.line !== undefined && (
            <span class="quiet whole">{t('library_line', String(entry.line))}</span>
          )}
        </span>
        <span class="quiet">
          {entry.score === undefined ? tn('papers', papers) : t('library_score', String(entry.score))}
        </span>
      </div>
      {entry.own?.title !== undefined && (
        <p class="fact">
          <TexText text={entry.own.title} />
        </p>
      )}
      <EntryFactList entry={entry} />
    </li>
  );
}

/** Day and subject, then what makes it related. */
function reasonOf({ listing, terms, authors }: RelatedAnswer): string {
  const parts = [printDay(listing.date), subjectLine(listing)].filter(Boolean);
  if (terms.length > 0) parts.push(t('library_shares', listed(terms)));
  if (authors.length === 1) parts.push(t('library_alsoBy', authors[0] ?? ''));
  if (authors.length > 1) parts.push(tn('library_authorsInCommon', authors.length));
  return parts.join(' · ');
}
