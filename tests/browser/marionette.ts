import { connect, type Socket } from 'node:net';

/** Firefox's own remote control: frames of `length:[type, id, command or error, parameters or result]`. */
export interface Marionette {
  send<Result>(command: string, parameters?: Record<string, unknown>): Promise<Result>;
  close(): void;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export async function connectMarionette(port: number): Promise<Marionette> {
  const socket: Socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  let received = Buffer.alloc(0);
  let lastId = 0;

  const read = (frame: unknown): void => {
    // The first frame is a greeting, no reply.
    if (!Array.isArray(frame)) return;
    const [, id, error, result] = frame as [
      number,
      number,
      { error: string; message: string } | null,
      unknown,
    ];
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new Error(`${error.error}: ${error.message}`));
    resolve?.(result);
  };
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const colon = received.indexOf(':');
      if (colon < 0) return;
      const start = colon + 1;
      const end = start + Number(received.subarray(0, colon).toString());
      if (received.length < end) return;
      const frame: unknown = JSON.parse(received.subarray(start, end).toString());
      received = received.subarray(end);
      read(frame);
    }
  });
  const end = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox hung up.'));
    waiting.clear();
  };
  socket.on('close', end);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on('error', end);

  return {
    send: <Result>(command: string, parameters: Record<string, unknown> = {}) =>
      new Promise<Result>((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve: (result) => resolve(result as Result), reject });
        const frame = Buffer.from(JSON.stringify([0, lastId, command, parameters]));
        socket.write(Buffer.concat([Buffer.from(`${frame.length}:`), frame]));
      }),
    close: () => socket.destroy(),
  };
}
