import { browser } from 'wxt/browser';
import type { Handlers, MessageName, Reply } from './messages';
import { admitted, createAllowance, mayHear, type Sender } from './senders';

/** As the browser describes the sender of a message, as far as it is of use here. */
interface MessageSender {
  url?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
}

function senderOf({ url = '', tab }: MessageSender): Sender {
  return {
    url,
    isOwn: url.startsWith(browser.runtime.getURL('/')),
    ...(tab?.id !== undefined && { tab: tab.id }),
  };
}

function nameOf(message: unknown, handlers: Handlers): MessageName | undefined {
  if (typeof message !== 'object' || message === null || !('name' in message)) return undefined;
  const name = String(message.name);
  return Object.hasOwn(handlers, name) ? (name as MessageName) : undefined;
}

/**
 * The one listener of the worker. It looks at who asks before it answers. It answers through `sendResponse` and returns
 * true, the only way that every Chrome, Firefox and the fake browser of the tests agree on.
 */
export function serve(handlers: Handlers): void {
  const allows = createAllowance(Date.now);
  browser.runtime.onMessage.addListener(
    (message: unknown, messageSender: MessageSender, sendResponse: (reply: Reply) => void) => {
      const name = nameOf(message, handlers);
      if (name === undefined) return;
      const sender = senderOf(messageSender);
      const { question } = message as { question?: unknown };
      const asked = admitted(name, question, sender);
      if (!asked || (!sender.isOwn && !allows(sender.tab, papersIn(asked.question)))) {
        sendResponse({ ok: false, message: `${name} is not answered to ${sender.url}.` });
        return true;
      }
      const handle = handlers[name] as (question: unknown) => Promise<unknown>;
      handle(asked.question).then(
        (answer) => sendResponse({ ok: true, answer: mayHear(name, sender) ? answer : undefined }),
        (error: unknown) => sendResponse({ ok: false, message: String(error) }),
      );
      return true;
    },
  );
}

/** How many papers a question is about. */
function papersIn(question: unknown): number {
  const hasIds = typeof question === 'object' && question !== null && 'ids' in question;
  return hasIds && Array.isArray(question.ids) ? question.ids.length : 1;
}
