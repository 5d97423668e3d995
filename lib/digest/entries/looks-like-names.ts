import { anyOf } from '../word-pattern';
import { oneLine, withoutWrapping } from './bare-text';

const PARTICLES = new Set(
  'de der den del della van von da di dos du la le el al bin ibn ten ter y e zu and et und of'.split(' '),
);

/** Words that begin with a capital in lists of fields, venues and labels, and never in a name. */
const NO_NAME = new RegExp(
  String.raw`\b${anyOf(
    // Topics and methods: `Large Language Models, Computer Vision`.
    'reasoning, agent(s), planning, safety, training, optimization, optimisation, benchmark(s), survey, reinforcement',
    'large, multimodal, multi-modal, diffusion, graph(s), transformer(s), learning, vision, computer, computing',
    'intelligence, language, robotic(s), science, system(s), model(s), network(s), neural, physics, mathematics',
    'statistics, theory, method, retrieval, recommendation, generation, data, analysis',
    // Labels and links: `Code, Project Page`.
    'paper, papers, abstract, arxiv, pdf, code, github, project, page, link(s), comment(s), published, updated',
    'submitted, category, categories, accepted, version, read, more, show, html, summary, title, author(s), daily',
    'digest, report',
    // Where people work.
    'university, institute',
    // Small words, which begin with a capital in titles.
    'via, using, with, for, the, from, toward(s), how, what, why, is, are, new, on, in, at, to',
  )}\b`,
  'i',
);
const ET_AL = /[,\s]*(?:et\.? ?al\.?|等人?|ほか|他)\.?$/i;

/** Whether a text without a label is a list of names of people, with `fewest` names or more. */
export function looksLikeNames(text: string, fewest = 2): boolean {
  const plain = oneLine(withoutWrapping(text)).replace(/^(?:by|from|par|von|por)[:\s]+/i, '');
  if (plain.length < 3 || plain.length > 20_000 || /https?:|[=<>{}$?!|]|\d{3}/.test(plain)) return false;
  const withoutEtAl = plain.replace(ET_AL, '');
  const names = withoutEtAl
    .replaceAll(/[（(][^()（）]{0,200}[)）]/g, '')
    .split(/[,;，；、]|\band\b|&/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length < (withoutEtAl === plain ? fewest : 1)) return false;
  if (names.length === 1 && !isFullName(names[0] ?? '')) return false;
  const good = names.filter(isName).length;
  return good >= 1 && good >= names.length * 0.8;
}

/** A single name must have two words or more, because one word could be anything: `Ada Example`. */
function isFullName(name: string): boolean {
  const words = name.split(/\s+/);
  return words.length >= 2 && words.length <= 5 && !/[\u4e00-\u9fff]/.test(name);
}

function isName(name: string): boolean {
  if (/^[\u4e00-\u9fff]{2,4}$|^[\u4e00-\u9fff]{1,4}[·•][\u4e00-\u9fff]{1,6}$/.test(name)) return true;
  if (/[\u4e00-\u9fff/:]/.test(name)) return false;
  // An acronym such as RLHF is no name, though initials without full stops are.
  if (/\b[A-Z]{3,}\b/.test(name) && /[a-z]/.test(name)) return false;
  if (name.length > 50 || NO_NAME.test(name) || /[.:]$/.test(name.replace(/\b(?:[A-Z]|Jr|Sr)\.$/, '')))
    return false;
  const words = name.split(/[\s~]+/);
  if (words.length > 6) return false;
  const capitals = words.filter((word) => /^["'‘(]?\p{Lu}/u.test(word) || /^\p{Lo}/u.test(word)).length;
  const small = words.filter((word) => PARTICLES.has(word.toLowerCase().replace(/^d'.*/, 'de'))).length;
  return capitals >= 1 && capitals + small >= words.length;
}
