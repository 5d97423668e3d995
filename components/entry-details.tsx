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
    ['In short', tldr],
    ['Under', topics?.join(', ')],
    ['Tags', tags?.join(', ')],
    ['Comments', comments],
    ['From', affiliations?.join(', ')],
    ['Announced as', announceType && ANNOUNCED_AS[announceType]],
  ] as const;
  const code = safeLink(codeUrl);
  return (
    <div class="details">
      {entry.translatedTitle !== undefined && (
        <p lang="zh-Hans">
          <TexText text={entry.translatedTitle} />
        </p>
      )}
      <Abstract text={paper.abstract ?? 'Its digest gives no abstract.'} terms={terms} />
      {entry.translatedAbstract !== undefined && <Abstract text={entry.translatedAbstract} lang="zh-Hans" />}
      {facts.map(
        ([name, fact]) =>
          fact && (
            <p key={name} class="fact">
              {name}: <TexText text={fact} />
            </p>
          ),
      )}
      {code !== undefined && (
        <p class="fact">
          <a href={code} target="_blank" rel="noreferrer">
            Code
          </a>
        </p>
      )}
    </div>
  );
}

const ANNOUNCED_AS = {
  new: 'new',
  cross: 'cross-list',
  replace: 'replacement',
  'replace-cross': 'replacement of a cross-list',
};

/** Digests are other people's text: nothing but http(s) becomes a link. */
function safeLink(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
