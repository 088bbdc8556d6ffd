import type { Call } from './http';
import { bytes, call, json } from './http';
import type { AuditPage, CaseFile, Claim, Counts, Decision, DecisionTaken, EmptyQueue, Energy, Me, NextCase, Revealed, ScanImage, Verification } from './types';

/** A claim with the moment it ends, on the clock of `performance.now()`: the clocks of browser and service may differ. */
export interface HeldClaim extends Claim {
  until: number;
}

export interface ClaimAnswer {
  claim: HeldClaim | null;
  empty: EmptyQueue | null;
}

/** Where a picture is asked for: of the case itself, or of another scan of its container. */
export interface ImageAddress {
  caseId: string;
  /** Null for the scan of the case. */
  otherScanId: string | null;
  image: ScanImage;
}

const path = (caseId: string) => `/cases/${encodeURIComponent(caseId)}`;

/** How long something lasts by the service's own clock, which it sends with every answer. */
export function millisecondsLeft(expiresAt: string, response: Response, now: number): number {
  const sent = response.headers.get('Date');
  const serviceNow = sent === null ? now : Date.parse(sent);
  return Date.parse(expiresAt) - (Number.isNaN(serviceNow) ? now : serviceNow);
}

async function claim(options: Call & { path: string }): Promise<ClaimAnswer> {
  const askedAt = performance.now();
  const response = await call(options.path, options);
  const answer = (await response.json()) as NextCase;
  if (answer.claim == null) {
    return { claim: null, empty: answer.empty ?? null };
  }
  return { claim: { ...answer.claim, until: askedAt + millisecondsLeft(answer.claim.expiresAt, response, Date.now()) }, empty: null };
}

export const api = {
  me: () => json<Me>('/me'),
  counts: () => json<Counts>('/queue'),
  countsStream: '/api/v1/queue/changes',
  /** Nobody picks: the service gives the case that comes first, or the one already held. */
  nextCase: () => claim({ path: '/claims', method: 'POST' }),
  myCase: () => claim({ path: '/claims/mine' }),
  /** Returns until when, on the clock of `performance.now()`. */
  heartbeat: async (caseId: string, lease: string): Promise<number> => {
    const askedAt = performance.now();
    const response = await call(`${path(caseId)}/heartbeat`, { method: 'POST', lease });
    const { expiresAt } = (await response.json()) as { expiresAt: string };
    return askedAt + millisecondsLeft(expiresAt, response, Date.now());
  },
  release: async (caseId: string, lease: string, reason: string): Promise<void> => {
    await call(`${path(caseId)}/release`, { method: 'POST', lease, body: { reason } });
  },
  reveal: (caseId: string, lease: string) => json<Revealed>(`${path(caseId)}/reveal`, { method: 'POST', lease }),
  /** About what the case file shows: once the case has another version, the service refuses. */
  decide: ({ caseId, version }: CaseFile, lease: string, decision: Decision, note: string) =>
    json<DecisionTaken>(`${path(caseId)}/decision`, { method: 'POST', lease, body: { version, decision, note } }),
  channel: ({ caseId, otherScanId, image }: ImageAddress, energy: Energy, lease: string, signal: AbortSignal, progress: (share: number) => void) => {
    const scan = otherScanId === null ? '' : `/other-scans/${encodeURIComponent(otherScanId)}`;
    return bytes(`${path(caseId)}${scan}/images/${encodeURIComponent(image.imageId)}/${energy}`, { lease, signal }, progress);
  },
  heatMap: (caseId: string, lease: string, signal: AbortSignal) => bytes(`${path(caseId)}/heat-map`, { lease, signal }, () => undefined),
  audit: (after: number, limit: number) => json<AuditPage>(`/audit?after=${after}&limit=${limit}`),
  verifyAudit: () => json<Verification>('/audit/verification'),
};

/** Through the sign-in page and back to the page where it was needed. */
export const signInPath = (back: string) => `/sign-in?back=${encodeURIComponent(back)}`;
export const signOutPath = '/sign-out';
