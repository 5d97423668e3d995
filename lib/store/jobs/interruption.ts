/**
 * Thrown when the reader has paused, cancelled or dropped a job, or begun another: nothing more of the job may be
 * stored.
 */
export class Interruption extends Error {
  override name = 'Interruption';
}
