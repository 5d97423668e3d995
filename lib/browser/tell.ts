import { logError } from './log-error';
import { type Protocol, send } from './messages';

/** Sends the worker what needs no answer. What goes wrong is logged: nobody waits who could be told. */
export function tell<Name extends keyof Protocol>(...message: Parameters<typeof send<Name>>): void {
  send<Name>(...message).catch(logError);
}
