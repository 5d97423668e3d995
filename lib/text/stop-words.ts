/** Words that say nothing about what a paper is about. The last lines hold words that every abstract says. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all almost alone along already also although always am among an and another any
  are around as at back be became because become been before being below best better between both but by can cannot
  could did do does doing done down due during each either else enough even ever every few first for from further get
  had has have having he hence her here hers him his how however i if in indeed instead into is it its itself just
  last latter least less let like made make many may me meanwhile might more moreover most much must my namely near
  need neither never next no none nor not now of off often on once one only onto or other otherwise our ours out over
  own per perhaps quite rather re s same second see seem several she should since so some still such than that the
  their them then there thereby therefore these they this those though through throughout thus to together too toward
  towards two three under until up upon us use used using various very via was we well were what when where whereas
  wherein whether which while who whom whose why will with within without would yet you your
  abstract achieve achieved achieves address addresses aim aims allow allows approach approaches based called
  compared demonstrate demonstrated demonstrates develop developed different effective effectively effectiveness
  enable enables enabling evaluate evaluated experiment experiments experimental extensive existing existed explore
  extend focus framework furthermore http https important improve improved improvement improvements improves
  improving including introduce introduces introducing investigate key lead leads leading leverage leverages
  leveraging limited main method methods new novel outperform outperforms paper papers perform performance performs
  present presents previous prior problem problems promising propose proposed proposes provide provides providing
  recent recently remain remains result results show showed showing shown shows significant significantly
  specifically state art strong study studies suggest superior task tasks work works url`
    .split(/\s+/)
    .filter(Boolean),
);

/** True for a lower-case word that is not worth matching. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
