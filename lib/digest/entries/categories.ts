const CATEGORY =
  /^(?:(?:astro-ph|cond-mat|cs|econ|eess|math|nlin|physics|q-bio|q-fin|stat)\.[A-Za-z]{2}|(?:cond-mat|physics|nlin|astro-ph)\.[a-z-]{3,8}|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph|astro-ph|cond-mat)$/;

/** `cs.CL, cs.AI`, `Machine Learning (cs.LG); Robotics (cs.RO)`, `cs.CL cs.AI`. */
export function parseCategories(text: string): string[] {
  const codes = text.split(/[\s,;|()[\]`'"*]+/).filter((word) => CATEGORY.test(word));
  return [...new Set(codes)];
}

export const isCategories = (text: string): true | undefined =>
  (text !== '' && parseCategories(text).length === text.split(/[\s,;]+/).length) || undefined;
