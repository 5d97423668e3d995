import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Library } from '../../components/library';
import type { ExportFormat } from '../../lib/export/list';
import { type SearchAnswer, send } from '../../lib/messages';
import { preparePage } from '../../lib/reader-language';
import { saveList } from '../../lib/save-list';
import { listedPapers } from '../../lib/store/listed-papers';
import { LensDatabase } from '../../lib/store/schema';

const db = new LensDatabase();

function App() {
  const [text, setText] = useState(() => new URLSearchParams(location.search).get('q') ?? '');
  const [answer, setAnswer] = useState<SearchAnswer>();
  const asked = useRef('');

  useEffect(() => {
    const question = text.trim();
    asked.current = question;
    // What was asked last is what is shown, whichever answer comes last.
    const show = (found?: SearchAnswer) => asked.current === question && setAnswer(found);
    if (question === '') show();
    else void send('search', question).then(show);
    const url = question === '' ? location.pathname : `?q=${encodeURIComponent(question)}`;
    history.replaceState(null, '', url);
  }, [text]);

  async function save(format: ExportFormat): Promise<void> {
    const name = text.trim();
    saveList({ name, papers: await listedPapers(db, await send('searchIds', name)) }, format);
  }

  return <Library text={text} answer={answer} onType={setText} onExport={(format) => void save(format)} />;
}

const root = document.getElementById('app');
if (root) void preparePage().then(() => render(<App />, root));
