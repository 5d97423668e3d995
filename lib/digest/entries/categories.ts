import { anyOf, either } from '../word-pattern';

const CATEGORY = new RegExp(
  `^${either(
    String.raw`${anyOf('astro-ph, cond-mat, cs, econ, eess, math, nlin, physics, q-bio, q-fin, stat')}\.[A-Za-z]{2}`,
    // Classes that are words: `cond-mat.mes-hall`, `physics.flu-dyn`.
    String.raw`${anyOf('cond-mat, physics, nlin, astro-ph')}\.[a-z-]{3,8}`,
    // Archives without classes. Two of them had none in their first years only.
    anyOf('gr-qc, hep-ex, hep-lat, hep-ph, hep-th, math-ph, nucl-ex, nucl-th, quant-ph, astro-ph, cond-mat'),
  )}$`,
);

/** Reads `cs.CL, cs.AI`, `Machine Learning (cs.LG); Robotics (cs.RO)`, `cs.CL cs.AI`. */
export function parseCategories(text: string): string[] {
  const codes = text.split(/[\s,;|()[\]`'"*]+/).filter((word) => CATEGORY.test(word));
  return [...new Set(codes)];
}

export const isCategories = (text: string): true | undefined =>
  (text !== '' && parseCategories(text).length === text.split(/[\s,;]+/).length) || undefined;
