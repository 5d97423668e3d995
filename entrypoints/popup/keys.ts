export interface KeyMoves {
  onToggle: (id: string) => void;
  onPrevious: () => void;
  onNext: () => void;
}

/** The popup's keys. Focus is the document's own focus, on the title link of a paper, so Enter opens it. */
export function keyMoves({ onToggle, onPrevious, onNext }: KeyMoves): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const papers = [...document.querySelectorAll<HTMLElement>('article[data-arxiv-id]')];
    const focused = document.activeElement?.closest<HTMLElement>('article[data-arxiv-id]');
    const at = focused ? papers.indexOf(focused) : -1;
    const move = (to: number) => papers[to]?.querySelector<HTMLElement>('.title')?.focus();
    const id = focused?.dataset['arxivId'];
    switch (event.key) {
      case 'j':
        move(Math.min(at + 1, papers.length - 1));
        break;
      case 'k':
        move(Math.max(at - 1, 0));
        break;
      case ' ':
        if (id === undefined) return;
        onToggle(id);
        break;
      case '[':
        onPrevious();
        break;
      case ']':
        onNext();
        break;
      default:
        return;
    }
    event.preventDefault();
  };
}
