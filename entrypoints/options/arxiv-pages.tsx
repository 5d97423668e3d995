import { useEffect, useState } from 'preact/hooks';
import { PageKinds } from '../../components/page-kinds';
import { send } from '../../lib/messages';
import type { PageKind } from '../../lib/paper';

/** The switches of arXiv's kinds of pages; open pages follow at once. */
export function ArxivPages() {
  const [off, setOff] = useState<PageKind[]>();
  useEffect(() => void send('settings').then(({ pagesOff }) => setOff(pagesOff)), []);
  if (!off) return null;
  const change = (pagesOff: PageKind[]) => {
    setOff(pagesOff);
    void send('changeSettings', { pagesOff });
  };
  return <PageKinds off={off} onChange={change} />;
}
