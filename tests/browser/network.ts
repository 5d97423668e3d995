import { createHash, X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';

/** What the stand-in answers to one URL. */
export interface StandIn {
  status: number;
  type: string;
  body: string | Buffer;
}

/**
 * Hosts that browsers ask on errands of their own, which differ from version to version and cannot all be
 * switched off. That the extension does not even name one of them is a story of its own.
 */
const ERRANDS =
  /^https?:\/\/(?:[\w-]+\.)*(?:google|googleapis|gstatic|gvt1|gvt2|mozilla|firefox|mozgcp)\.(?:com|net|org)\/$/;

export type Site = (url: URL) => StandIn | undefined;

/**
 * The only way out of a browser under test: a proxy that answers for the site, refuses every other host,
 * and writes down what was asked, by pages, workers and the browser itself alike.
 */
export interface Network {
  port: number;
  /** For Chromium's flag that trusts this one certificate, and for real sites none but their own. */
  certificateHash: string;
  /** Every URL asked for, in order; `https://host/` where the host was refused. */
  requests: readonly string[];
  /** The requests for which neither these addresses, the pages behind them nor the browser itself are a reason. */
  strangers(asked: readonly string[]): string[];
  /** Takes a request that a story made on purpose out of the log. */
  forgive(url: string): void;
  /** What is answered to a URL. */
  site: Site;
  /** Lets requests through to the real hosts, or answers them here again. */
  passThrough(on: boolean): void;
  close(): Promise<void>;
}

export async function startNetwork(site: Site): Promise<Network> {
  const pems = await generate([{ name: 'commonName', value: 'arxiv.org' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'arxiv.org' },
          { type: 2, value: '*.arxiv.org' },
        ],
      },
    ],
  });
  const requests: string[] = [];
  const partsOfPages = new Set<string>();
  const sockets = new Set<Socket>();
  let isOpen = false;

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    requests.push(url.href);
    const found = site(url) ?? { status: 404, type: 'text/plain', body: 'Not here.' };
    if (found.type.startsWith('text/html')) {
      for (const part of partsOf(String(found.body), url)) partsOfPages.add(part);
    }
    response.writeHead(found.status, { 'content-type': found.type, 'cache-control': 'max-age=3600' });
    response.end(found.body);
  };
  const inside = createTlsServer({ key: pems.private, cert: pems.cert }, answer);

  const proxy: Server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  proxy.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const [host = '', port = '443'] = (request.url ?? '').split(':');
    if (isOpen) {
      tunnel(client, head, host, Number(port));
      return;
    }
    if (!site(new URL(`https://${host}/`))) {
      requests.push(`https://${host}/`);
      client.end('HTTP/1.1 403 Refused\r\n\r\n');
      return;
    }
    client.write('HTTP/1.1 200 Connected\r\n\r\n');
    if (head.length > 0) client.unshift(head);
    inside.emit('connection', client);
  });

  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (proxy.address() as AddressInfo).port,
    certificateHash: keyHash(pems.cert),
    requests,
    strangers: (asked) => {
      const expected = new Set([...asked.map(withoutHash), ...partsOfPages]);
      return requests.filter((url) => !expected.has(url) && !ERRANDS.test(url));
    },
    forgive: (url) => {
      requests.splice(requests.indexOf(url), 1);
    },
    site,
    passThrough: (on) => {
      isOpen = on;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        proxy.close(resolve);
      });
    },
  };
}

function tunnel(client: Duplex, head: Buffer, host: string, port: number): void {
  const real = connect(port, host, () => {
    client.write('HTTP/1.1 200 Connected\r\n\r\n');
    real.write(head);
    real.pipe(client).pipe(real);
  });
  real.on('error', () => client.destroy());
  client.on('error', () => real.destroy());
}

function keyHash(certificate: string): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

/** What a page itself asks for: its styles, scripts and pictures, also as they look where the host is refused. */
function partsOf(html: string, base: URL): string[] {
  const parts = html.matchAll(
    /<(?:link|script|img|source)\b[^>]*?\b(?:href|src|srcset)\s*=\s*["']\s*([^"'\s]+)/g,
  );
  return [...parts].flatMap(([, part = '']) => {
    if (!URL.canParse(part, base)) return [];
    const url = new URL(part, base);
    return [url.href, `https://${url.host}/`];
  });
}

function withoutHash(url: string): string {
  return url.split('#')[0] ?? url;
}
