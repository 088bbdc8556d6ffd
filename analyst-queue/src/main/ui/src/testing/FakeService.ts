import { vi } from 'vitest';
import { caseOf, claimOf, leaseSeconds, revealedOf } from '../../dev/fake-cases';
import type { AuditEntry, CaseFile, Counts, Me } from '../api/types';

interface Request {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

export const problem = (status: number, kind: string, detail = kind) =>
  new Response(JSON.stringify({ type: `urn:bovenstrooms:problem:${kind}`, title: kind, status, detail }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });

/** The service as the pages see it: answers calls from memory and remembers them. */
export class FakeService {
  me: Me | null = { userName: 'anna', name: 'Anna de Wit', roles: ['ANALYST'] };
  counts: Counts = { waiting: 2, claimed: 1, secondReadings: 0, decidedToday: 7, oldestWaitingSince: null, nextDeadline: null, unreadAlarm: false };
  waiting: CaseFile[] = [0, 1].map((index) => ({ ...caseOf(index, false), image: null, otherImages: [], imageOpened: true }));
  held: CaseFile | null = null;
  audit: AuditEntry[] = [];
  /** Answers in place of the usual ones, by the end of the path. */
  answers: Record<string, () => Response | Promise<Response>> = {};
  readonly requests: Request[] = [];

  /** Takes the place of `fetch` until the test ends. */
  start(): this {
    vi.stubGlobal('fetch', (path: string, options: RequestInit = {}) => this.fetch(path, options));
    vi.stubGlobal('EventSource', this.stream());
    return this;
  }

  calls(ending: string): Request[] {
    return this.requests.filter(({ path }) => path.endsWith(ending));
  }

  private async fetch(path: string, options: RequestInit): Promise<Response> {
    const request = {
      method: options.method ?? 'GET',
      path,
      headers: new Headers(options.headers),
      body: typeof options.body === 'string' ? (JSON.parse(options.body) as unknown) : null,
    };
    this.requests.push(request);
    const special = Object.entries(this.answers).find(([ending]) => path.endsWith(ending));
    return special === undefined ? this.answer(request) : special[1]();
  }

  private answer({ method, path, headers, body }: Request): Response {
    const short = path.replace('/api/v1', '');
    if (this.me === null) {
      return problem(401, 'signed-out');
    }
    if (short === '/me') {
      return json(this.me);
    }
    if (short === '/queue') {
      return json(this.counts);
    }
    if (short === '/claims/mine' || short === '/claims') {
      if (method === 'POST') {
        this.held ??= this.waiting.shift() ?? null;
      }
      return json(
        this.held === null
          ? { empty: { why: 'ALL_CLAIMED', text: { nl: 'Alle zaken zijn bij collega’s.', en: 'All cases are with colleagues.' }, claimed: 3 } }
          : { claim: claimOf(this.held, 'the-token') },
      );
    }
    if (short.startsWith('/audit')) {
      return short === '/audit/verification'
        ? json({ entries: this.audit.length, intact: true, head: 'ab12', verifiedAt: '2026-11-24T10:00:00Z' })
        : json({ entries: this.audit, next: this.audit.length });
    }
    return headers.get('Lease-Token') === 'the-token' && this.held !== null ? this.answerHolder(short, body) : problem(409, 'lease-lost');
  }

  private answerHolder(path: string, body: unknown): Response {
    switch (path.split('/').at(-1)) {
      case 'heartbeat':
        return json({ expiresAt: new Date(Date.now() + leaseSeconds * 1000).toISOString() });
      case 'reveal':
        return json(revealedOf('PAIR'));
      case 'release':
        this.held = null;
        return new Response(null, { status: 204 });
      case 'decision':
        this.held = null;
        return json({ decidedAt: '2026-11-24T10:00:00Z', told: { nl: 'Het is klaar.', en: 'It is done.' }, ...(body as object) });
      default:
        return problem(404, 'unknown');
    }
  }

  private stream() {
    const current = () => this.counts;
    return class {
      onmessage: ((event: { data: string }) => void) | null = null;
      onerror: (() => void) | null = null;
      constructor() {
        queueMicrotask(() => {
          this.onmessage?.({ data: JSON.stringify(current()) });
        });
      }
      close = () => undefined;
    };
  }
}
