import { listed, t, tNodes } from '../lib/i18n/translate';
import type { ReportEntry } from '../lib/store/papers';
import { Abstract } from './abstract';
import { TexText } from './tex-text';

export interface EntryDetailsProps {
  entry: ReportEntry;
  terms?: ReadonlySet<string> | undefined;
}

/** What unfolds below a paper: its abstract, and the facts that only its digest gives. */
export function EntryDetails({ entry, terms }: EntryDetailsProps) {
  const { paper, tldr, topics, tags, comments, affiliations, announceType, codeUrl } = entry;
  const facts = [
    ['paper_inShort', tldr],
    ['paper_topics', topics && listed(topics)],
    ['paper_tags', tags && listed(tags)],
    ['paper_comments', comments],
    ['paper_affiliations', affiliations && listed(affiliations)],
    ['paper_announcedAs', announceType && t(ANNOUNCED_AS[announceType])],
  ] as const;
  const code = safeLink(codeUrl);
  return (
    <div class="details">
      {entry.translatedTitle !== undefined && (
        <p lang="zh-Hans">
          <TexText text={entry.translatedTitle} />
        </p>
      )}
      <Abstract text={paper.abstract ?? t('paper_noAbstract')} terms={terms} />
      {entry.translatedAbstract !== undefined && <Abstract text={entry.translatedAbstract} lang="zh-Hans" />}
      {facts.map(
        ([name, fact]) =>
          fact && (
            <p key={name} class="fact">
              {tNodes(name, <TexText text={fact} />)}
            </p>
          ),
      )}
      {code !== undefined && (
        <p class="fact">
          <a href={code} target="_blank" rel="noreferrer">
            {t('paper_code')}
          </a>
        </p>
      )}
    </div>
  );
}

const ANNOUNCED_AS = {
  new: 'paper_new',
  cross: 'paper_cross',
  replace: 'paper_replacement',
  'replace-cross': 'paper_crossReplacement',
} as const;

/** Digests are other people's text: nothing but http(s) becomes a link. */
function safeLink(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
