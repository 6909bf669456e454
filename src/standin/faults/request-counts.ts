// How many requests and how many bytes went through the door, by method and kind of path.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Asked } from './standing-rules';

interface Count {
  readonly method: string;
  readonly kind: string;
  requests: number;
  /** As they went over the wire, head and body. */
  bytesIn: number;
  bytesOut: number;
}

export interface RequestCounts {
  /** Counts the request when its answer is sent or its connection cut. Without `asked` it counts for nothing, not even for the next on its connection. */
  readonly watch: (request: IncomingMessage, response: ServerResponse, asked?: Asked) => void;
  /** A part of a batch, beside the request that carried it. */
  readonly countPart: (asked: Asked) => void;
  readonly clear: () => void;
  readonly report: () => Readonly<Record<string, unknown>>;
}

export function openRequestCounts(): RequestCounts {
  const requests = new Map<string, Count>();
  const parts = new Map<string, Count>();
  const seen = new WeakMap<Socket, Traffic>();
  return {
    watch: (request, response, asked) => {
      const { socket } = request;
      const count = asked && countOf(requests, asked, request.method);
      if (count) count.requests += 1;
      const stop = (): void => {
        response.removeListener('close', stop);
        socket.removeListener('close', stop);
        const before = seen.get(socket) ?? { read: 0, written: 0 };
        const now = { read: socket.bytesRead, written: socket.bytesWritten };
        seen.set(socket, now);
        if (!count) return;
        count.bytesIn += now.read - before.read;
        count.bytesOut += now.written - before.written;
      };
      response.once('close', stop);
      socket.once('close', stop);
    },
    countPart: (asked) => {
      countOf(parts, asked).requests += 1;
    },
    clear: () => {
      requests.clear();
      parts.clear();
    },
    report: () => {
      const counts = [...requests.values()];
      return {
        requests: sum(counts, 'requests'),
        bytesIn: sum(counts, 'bytesIn'),
        bytesOut: sum(counts, 'bytesOut'),
        byKind: counts,
        batchParts: [...parts.values()].map(({ method, kind, requests: times }) => ({ method, kind, requests: times }))
      };
    }
  };
}

interface Traffic {
  readonly read: number;
  readonly written: number;
}

function countOf(counts: Map<string, Count>, { verb, path }: Asked, method?: string): Count {
  const fresh: Count = { method: verb ?? method ?? '', kind: kindOf(path), requests: 0, bytesIn: 0, bytesOut: 0 };
  const key = `${fresh.method} ${fresh.kind}`;
  const count = counts.get(key) ?? fresh;
  counts.set(key, count);
  return count;
}

/** `/sites/x/_api/web/lists(guid'…')/items(7)` -> `_api/web/lists(guid'*')/items(*)`: the site falls away, numbers and guids count alike, names stay. */
function kindOf(path: string): string {
  return path
    .replace(/^\/(?:sites|teams)\/[^/]+\/(?=_api)/i, '')
    .replace(/^\/(?=_api)/i, '')
    .replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi, '*')
    .replace(/(?<=\()\d+(?=\))/g, '*');
}

function sum(counts: readonly Count[], name: 'requests' | 'bytesIn' | 'bytesOut'): number {
  return counts.reduce((total, count) => total + count[name], 0);
}
