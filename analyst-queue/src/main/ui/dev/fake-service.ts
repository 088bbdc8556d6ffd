import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import type { AuditEntry, CaseFile, Counts, EmptyQueue, Me } from '../src/api/types.ts';
import { draw, encoded, heatOf } from './drawing.ts';
import { boxesOf, caseOf, claimOf, hiddenIn, leaseSeconds, revealedOf, sizeOf, storyOf } from './fake-cases.ts';

/** The whole service in memory, with the interface of the real one. */

const people: Record<string, Me> = {
  anna: { userName: 'anna', name: 'Anna de Wit', roles: ['ANALYST'] },
  sanne: { userName: 'sanne', name: 'Sanne Bakker', roles: ['SENIOR'] },
  tessa: { userName: 'tessa', name: 'Tessa Mulder', roles: ['TEAM_LEAD'] },
  otto: { userName: 'otto', name: 'Otto Visser', roles: ['AUDITOR'] },
};

/** `POST /dev/state` changes it, to see a page in a rare state. */
const state = { why: 'NOTHING_WAITS' as EmptyQueue['why'], waiting: 3, failImages: false, loseLease: false, second: false, alarm: false, slow: 0, served: 0 };

let held: { file: CaseFile; token: string; index: number } | null = null;
let decidedToday = 41;
let tokens = 0;
const opened = new Set<string>();
const audit: AuditEntry[] = [];

const ahead = (hours: number) => new Date(Date.now() + hours * 3600_000).toISOString();

function record(actor: string, action: string, subject: string, payload: unknown) {
  const seq = audit.length + 1;
  const hash = (Math.imul(seq, 2654435761) >>> 0).toString(16).padStart(8, '0').repeat(8);
  audit.push({ seq, at: new Date().toISOString(), actor, action, subject, payload, hash });
}
for (let entry = 0; entry < 64; entry++) {
  record(['anna', 'bram', 'sanne'][entry % 3] ?? 'anna', ['CASE_CLAIMED', 'IMAGE_OPENED', 'CASE_DECIDED'][entry % 3] ?? '', `case/7f3c-${1200 + entry}`, entry % 3 === 2 ? { decision: 'NO_FINDING' } : {});
}

const counts = (): Counts => ({
  waiting: state.waiting,
  claimed: held === null ? 2 : 3,
  secondReadings: Math.min(1, state.waiting),
  decidedToday,
  oldestWaitingSince: state.waiting === 0 ? null : ahead(-2.3),
  nextDeadline: state.waiting === 0 ? null : ahead(1.6),
  unreadAlarm: state.alarm,
});

const emptyTexts: Record<EmptyQueue['why'], EmptyQueue['text']> = {
  NOTHING_WAITS: { nl: 'Er wacht nu geen zaak op beoordeling.', en: 'No case is waiting for review now.' },
  ALL_CLAIMED: { nl: 'Alle zaken zijn bij collega’s in behandeling.', en: 'All cases are being read by colleagues.' },
  ONLY_YOUR_OWN: { nl: 'Wat nog wacht, hebt u zelf al gelezen.', en: 'What still waits you have read yourself.' },
};

const rasters = new Map<string, Uint8Array>();
function raster(index: number, scan: string, image: string, energy: string): Uint8Array {
  const story = storyOf(index);
  const key = `${story}/${scan}/${image}/${energy}`;
  const known = rasters.get(key);
  if (known !== undefined) {
    return known;
  }
  const { width, height } = sizeOf(story);
  const drawn = draw(width, height, boxesOf(story), scan === 'own' ? hiddenIn(story) : null, index * 7 + (image === 'image-2' ? 3 : 1) + (scan === 'own' ? 0 : 11));
  const samples = energy === 'LOW' ? drawn.low : drawn.high;
  const made = energy === 'SINGLE' ? encoded(samples.map((sample) => sample >> 8), width, 8) : encoded(samples, width, 16);
  rasters.set(key, made);
  return made;
}

function send(response: ServerResponse, status: number, body?: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', 'Cache-Control': 'no-store', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

const refuse = (response: ServerResponse, status: number, kind: string) => {
  send(response, status, { type: `urn:bovenstrooms:problem:${kind}`, title: kind, status, detail: kind });
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  const text = Buffer.concat(parts).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

const userOf = (request: IncomingMessage) => people[/fake=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''];

function door(address: URL, response: ServerResponse) {
  const who = address.searchParams.get('as');
  if (address.pathname === '/sign-out') {
    response.writeHead(302, { 'Set-Cookie': 'fake=; Path=/; Max-Age=0', Location: '/' });
    response.end();
  } else if (who === null) {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<h1>Fake sign-in</h1>${Object.values(people).map(({ userName, name, roles }) => `<p><a href="/sign-in?as=${userName}">${name}: ${roles.join(', ')}</a></p>`).join('')}`);
  } else {
    response.writeHead(302, { 'Set-Cookie': `fake=${who}; Path=/`, Location: '/' });
    response.end();
  }
}

function stream(request: IncomingMessage, response: ServerResponse) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const tell = () => response.write(`data: ${JSON.stringify(counts())}\n\n`);
  tell();
  const timer = setInterval(tell, 2000);
  request.on('close', () => { clearInterval(timer); });
}

function claim(response: ServerResponse, me: Me, ask: boolean) {
  if (held === null && ask && state.waiting > 0) {
    state.waiting--;
    const index = state.served++;
    held = { file: caseOf(index, state.second), token: '', index };
    opened.clear();
    record(me.userName, 'CASE_CLAIMED', `case/${held.file.reference}`, {});
  }
  if (held === null) {
    send(response, 200, { claim: null, empty: { why: state.why, text: emptyTexts[state.why], claimed: 2, nextExpected: state.why === 'ALL_CLAIMED' ? ahead(0.03) : null } });
    return;
  }
  held.token = `lease-${++tokens}`;
  send(response, 200, { claim: claimOf(held.file, held.token), empty: null });
}

async function caseCall(request: IncomingMessage, response: ServerResponse, me: Me, caseId: string, action: string) {
  if (held === null || held.file.caseId !== caseId || request.headers['lease-token'] !== held.token || state.loseLease) {
    refuse(response, 409, 'lease-lost');
    return;
  }
  const { file, index } = held;
  const part = /^(?:other-scans\/([^/]+)\/)?images\/([^/]+)\/(\w+)$/.exec(action);
  if (part !== null || action === 'heat-map') {
    await new Promise((resolve) => setTimeout(resolve, state.slow));
    if (state.failImages) {
      refuse(response, 500, 'image-store');
      return;
    }
    opened.add(caseId);
    const story = storyOf(index);
    const [box] = boxesOf(story);
    const bytes =
      part !== null
        ? raster(index, part[1] ?? 'own', part[2] ?? '', part[3] ?? '')
        : encoded(heatOf(256, 90, box ?? { x: 0, y: 0, ...sizeOf(story) }, hiddenIn(story)), 256, 8);
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': bytes.length, 'Cache-Control': 'no-store' });
    response.end(bytes);
    return;
  }
  const body = await bodyOf(request);
  switch (action) {
    case 'heartbeat':
      send(response, 200, { expiresAt: ahead(leaseSeconds / 3600) });
      return;
    case 'reveal':
      file.revealed = revealedOf(storyOf(index));
      record(me.userName, 'MARKS_REVEALED', `case/${file.reference}`, {});
      send(response, 200, file.revealed);
      return;
    case 'release':
      record(me.userName, 'CASE_RELEASED', `case/${file.reference}`, body);
      held = null;
      state.waiting++;
      send(response, 204);
      return;
    case 'decision':
      if (!opened.has(caseId)) {
        refuse(response, 409, 'image-not-opened');
        return;
      }
      record(me.userName, 'CASE_DECIDED', `case/${file.reference}`, body);
      send(response, 200, {
        decidedAt: new Date().toISOString(),
        decision: body.decision,
        told: body.decision === 'SECOND_OPINION' ? null : { nl: 'De beoordeling is afgerond.', en: 'The assessment is complete.' },
      });
      held = null;
      decidedToday++;
      return;
    default:
      refuse(response, 404, 'unknown');
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = new URL(request.url ?? '/', 'http://fake');
  const path = address.pathname.replace(/^\/api\/v1/, '');
  if (path === '/dev/state') {
    Object.assign(state, await bodyOf(request));
    held = null;
    send(response, 200, state);
    return;
  }
  if (path === '/sign-in' || path === '/sign-out') {
    door(address, response);
    return;
  }
  const me = userOf(request);
  if (me === undefined) {
    refuse(response, 401, 'signed-out');
    return;
  }
  switch (`${request.method ?? 'GET'} ${path}`) {
    case 'GET /me':
      send(response, 200, me);
      return;
    case 'GET /queue':
      send(response, 200, counts());
      return;
    case 'GET /queue/changes':
      stream(request, response);
      return;
    case 'GET /claims/mine':
      claim(response, me, false);
      return;
    case 'POST /claims':
      claim(response, me, true);
      return;
    case 'GET /audit/verification':
      send(response, 200, { intact: true, entries: audit.length, brokenAt: null, head: audit.at(-1)?.hash, verifiedAt: new Date().toISOString() });
      return;
    case 'GET /audit': {
      const after = Number(address.searchParams.get('after') ?? 0);
      const entries = audit.filter(({ seq }) => seq > after).slice(0, Number(address.searchParams.get('limit') ?? 100));
      send(response, 200, { entries, next: entries.at(-1)?.seq ?? after });
      return;
    }
  }
  const match = /^\/cases\/([^/]+)\/(.+)$/.exec(path);
  if (match === null) {
    refuse(response, 404, 'unknown');
    return;
  }
  await caseCall(request, response, me, match[1] ?? '', match[2] ?? '');
}

/** What the service sends with every page. */
const policy =
  "default-src 'self'; img-src 'self' blob: data:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const served = /^\/(api\/|sign-in|sign-out|dev\/state)/;

function handle(request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) {
  if (served.test(request.url ?? '')) {
    answer(request, response).catch(next);
  } else {
    next();
  }
}

/** `npm run dev:fake`, or after a build `npm run preview:fake` with the strict policy of the real service. */
export function fakeService(): Plugin {
  return {
    name: 'fake-service',
    configureServer(server) {
      server.middlewares.use(handle);
    },
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        response.setHeader('Content-Security-Policy', policy);
        handle(request, response, next);
      });
    },
  };
}
