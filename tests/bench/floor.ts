import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone when the bench is over. */
function passingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lens-floor-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * An extension that only answers, by which one sees what starting any worker, sending it a message and putting an
 * element into a page takes.
 */
export function answeringExtension(): string {
  const folder = passingFolder();
  const manifest = {
    manifest_version: 3,
    name: 'floor',
    version: '1',
    background: { service_worker: 'worker.js', scripts: ['worker.js'] },
    content_scripts: [{ matches: ['*://arxiv.org/*'], run_at: 'document_start', js: ['page.js'] }],
    browser_specific_settings: { gecko: { id: 'floor@example.org' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'worker.js'),
    `(globalThis.browser ?? chrome).runtime.onMessage.addListener((message, sender, reply) => {
      reply({ ok: true });
      return true;
    });`,
  );
  // As ours it asks while the page is still on its way. The element is named as ours, for the clock waits for that.
  writeFileSync(
    join(folder, 'page.js'),
    `const parsed = new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
    const answered = (globalThis.browser ?? chrome).runtime.sendMessage({});
    Promise.all([answered, parsed]).then(() => {
      const mark = document.createElement('digest-lens');
      mark.textContent = 'In no digest.';
      document.body.prepend(mark);
    });`,
  );
  return folder;
}

/** The page of the extension that is as empty as can be, with the style of this one. */
export const floorOf = (page: string): string => `floor-${page}`;

/**
 * One paper, one field, and a button for a map: what the benches look for on pages of ours. As the popup it shows at
 * once what is typed; what it has found is there, as in the library, when one of the stored papers has been read.
 */
const EMPTY_PAGE = `
  const app = document.querySelector('#app');
  app.innerHTML = \`<main class="list-room" data-report-date="2026-11-28">
    <label class="filter"><input type="search"></label>
    <button type="button" data-shows="map">Map</button>
    <article data-arxiv-id="2611.00001">One line</article>
  </main>\`;
  const [list] = app.children;
  const opening = indexedDB.open('digest-lens');
  app.querySelector('input').addEventListener('input', ({ target: { value } }) => {
    list.querySelector('article').textContent = value;
    const reading = opening.result.transaction('papers').objectStore('papers').getAll(null, 1);
    reading.onsuccess = () => {
      list.querySelector('article').textContent = reading.result[0].title;
      list.dataset.query = value;
    };
  });
  app.querySelector('button').addEventListener('click', () => {
    const papers = Number(new URLSearchParams(location.search).get('papers'));
    const worker = new Worker('floor-map.js');
    worker.postMessage(papers);
    worker.onmessage = ({ data }) => {
      const circles = data.map(([x, y]) => \`<circle r="4" cx="\${x}" cy="\${y}" />\`).join('');
      app.innerHTML = \`<svg class="map-plane" data-papers="\${papers}" viewBox="-500 -500 1000 1000">
        \${circles}<text class="region-name">Papers</text>
      </svg>\`;
    };
  });`;

/** As many points as a map has papers, each tied to the next five, laid out by d3-force in as many rounds as ours. */
const PLAIN_LAYOUT = `
  importScripts('d3-dispatch.min.js', 'd3-quadtree.min.js', 'd3-timer.min.js', 'd3-force.min.js');
  onmessage = ({ data: papers }) => {
    const nodes = Array.from({ length: papers }, () => ({}));
    const ties = nodes.flatMap((_, source) =>
      [1, 2, 3, 4, 5].map((step) => ({ source, target: (source + step) % papers })));
    d3.forceSimulation(nodes)
      .force('like', d3.forceLink(ties))
      .force('side by side', d3.forceCollide(5))
      .force('x', d3.forceX())
      .force('y', d3.forceY())
      .stop()
      .tick(140);
    postMessage(nodes.map(({ x, y }) => [x, y]));
  };`;

/**
 * A copy of the built extension that has, beside its popup and its library, a page with the same style and one script
 * that shows one line. All else that could make a page slow is the same: the browser, its profile, its worker.
 */
export function withFloorPages(build: string): string {
  const folder = passingFolder();
  cpSync(build, folder, { recursive: true });
  for (const page of ['popup.html', 'library.html']) {
    const html = readFileSync(join(folder, page), 'utf8')
      .replaceAll(/<script[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g, '')
      .replace('</head>', '<script type="module" src="/floor.js"></script></head>');
    writeFileSync(join(folder, floorOf(page)), html);
  }
  writeFileSync(join(folder, 'floor.js'), EMPTY_PAGE);
  writeFileSync(join(folder, 'floor-map.js'), PLAIN_LAYOUT);
  for (const part of ['dispatch', 'quadtree', 'timer', 'force']) {
    const file = `d3-${part}.min.js`;
    cpSync(new URL(`../../node_modules/d3-${part}/dist/${file}`, import.meta.url), join(folder, file));
  }
  return folder;
}
