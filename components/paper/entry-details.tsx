import { listed, t, tNodes } from '../../lib/i18n/translate';
import type { EntryFacts as DigestFacts } from '../../lib/paper';
import type { DayEntry } from '../../lib/store/views/day-digest';
import { Abstract } from './abstract';
import { leadOf, type Wording } from './lead-wording';
import { TexText } from './tex-text';

interface EntryDetailsProps {
  entry: DayEntry;
  terms?: ReadonlySet<string> | undefined;
  isWhole?: boolean;
  onWhole?: (() => void) | undefined;
}

/** What unfolds below a paper: its abstract, and the facts that only its digest gives. */
export function EntryDetails({ entry, terms, isWhole = false, onWhole }: EntryDetailsProps) {
  const { paper } = entry;
  const [, otherTitle] = leadOf(paper.title, entry.translatedTitle);
  const abstracts = leadOf(paper.abstract, entry.translatedAbstract);
  return (
    <div class="details">
      {otherTitle && (
        <p lang={otherTitle.lang}>
          <TexText text={otherTitle.text} />
        </p>
      )}
      {abstracts.length === 0 && <p class="abstract">{t('paper_noAbstract')}</p>}
      {abstracts.map(({ text, lang }: Wording) => (
        <Abstract key={text} text={text} lang={lang} terms={terms} isWhole={isWhole} onWhole={onWhole} />
      ))}
      <EntryFactList entry={entry} />
    </div>
  );
}

/** The facts that only the digest gives of a paper. */
export function EntryFactList({ entry }: { entry: DigestFacts }) {
  const { tldr, topics, tags, comments, affiliations, announceType, codeUrl } = entry;
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
    <>
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
    </>
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
