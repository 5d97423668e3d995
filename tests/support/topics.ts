import type { MappedPaper } from '../../lib/map/map-papers';

/** The titles of a topic are made of its subjects and their companions. */
const TOPICS = [
  {
    subjects: ['query rewriting', 'e-commerce search', 'product search'],
    companions: ['clicks', 'shoppers', 'misspelled queries', 'search engine logs'],
  },
  {
    subjects: ['speech recognition', 'speech translation', 'spoken language'],
    companions: ['Whisper', 'acoustic encoders', 'accents', 'audio tokens'],
  },
  {
    subjects: ['KV cache compression', 'cache eviction', 'long-context inference'],
    companions: ['attention heads', 'memory bandwidth', 'quantization', 'GPU kernels'],
  },
  {
    subjects: ['medication recommendation', 'clinical notes', 'electronic health records'],
    companions: ['patients', 'diagnosis codes', 'drug interactions', 'hospitals'],
  },
];

/** `each` papers of each of four topics that share hardly a word. */
export function papersOfTopics(each: number): MappedPaper[] {
  return TOPICS.flatMap(({ subjects, companions }, topic) =>
    Array.from({ length: each }, (_, i): MappedPaper => {
      const pick = (words: readonly string[], at: number) => words[at % words.length] ?? '';
      const [one, two, three] = [pick(subjects, i), pick(companions, i), pick(companions, i + 1 + (i % 3))];
      return {
        id: `25${String(topic + 1).padStart(2, '0')}.${String(i).padStart(5, '0')}`,
        title: `${one} with ${two}`,
        abstract: `The field of ${one} depends on ${two} and ${three}. For ${pick(subjects, i + 1)} we find that ${one} gains from ${three}.`,
      };
    }),
  );
}
