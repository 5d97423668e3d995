import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DetailLinks } from '../../components/library/paper-detail';
import { parseSearch, type SearchQuery, writeFilter } from '../../lib/find/query/query';
import { type Address, readAddress, writeAddress } from '../../lib/lists/library-address';

export interface AddressBar {
  address: Address;
  /** What its query asks for. */
  asked: SearchQuery;
  /** A step that the reader may want to go back on. */
  go: (changes: Partial<Address>) => void;
  /** The same, but no step of its own in the browser's history. */
  replace: (changes: Partial<Address>) => void;
  /** Where a link within the library leads. */
  follow: (href: string) => void;
  hrefOfQuery: (query: string) => string;
  hrefOfPaper: DetailLinks['paper'];
}

/** What the library shows, which is what its address says. */
export function useAddress(): AddressBar {
  const [address, setAddress] = useState(() => readAddress(location.search));
  useEffect(() => {
    const back = () => setAddress(readAddress(location.search));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const show = (next: Address): void => {
    history.pushState(null, '', writeAddress(next));
    setAddress(next);
  };
  const hrefOf = (changes: Partial<Address>): string => writeAddress({ ...address, ...changes });
  return {
    address,
    asked: useMemo(() => parseSearch(address.query), [address.query]),
    go: (changes) => show({ ...address, ...changes }),
    replace(changes) {
      const next = { ...address, ...changes };
      history.replaceState(null, '', writeAddress(next));
      setAddress(next);
    },
    follow: (href) => show(readAddress(new URL(href, location.href).search)),
    hrefOfQuery: (query) => hrefOf({ query, order: undefined, paper: undefined }),
    hrefOfPaper: (paper) => hrefOf({ paper }),
  };
}

/** Where the library shows more of what a paper's detail names. */
export function detailLinks({ hrefOfQuery, hrefOfPaper }: AddressBar): DetailLinks {
  return {
    paper: hrefOfPaper,
    digest: (date, subject) =>
      hrefOfQuery(`day:${date}${subject === undefined ? '' : ` ${writeFilter('subject', subject)}`}`),
    author: (name) => hrefOfQuery(`author:"${name.replaceAll('"', '')}"`),
    tag: (tag) => hrefOfQuery(writeFilter('tag', tag)),
  };
}
