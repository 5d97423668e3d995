/** The reader has paused, cancelled or dropped a job meanwhile, or begun another: nothing more of it may be stored. */
export class Interruption extends Error {
  override name = 'Interruption';
}
