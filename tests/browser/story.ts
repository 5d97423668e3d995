import type { Network } from './network';
import type { BrowserUnderTest } from './under-test';

/** A browser of its own, with nothing imported yet, and an empty folder. */
export interface Scene {
  browser: BrowserUnderTest;
  network: Network;
  folder: string;
}

export interface Story {
  title: string;
  /** A reason why it cannot be told here. */
  skip?: string;
  tell(scene: Scene): Promise<void>;
}

export function story(title: string, tell: Story['tell']): Story {
  return { title, tell };
}

export const absUrl = (id: string): string => `https://arxiv.org/abs/${id}`;
