import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeService, problem } from '../testing/FakeService';
import { api, millisecondsLeft, signInPath } from './client';
import { bytes, call, onSessionEnded } from './http';
import { ApiError } from './problem';
import { caseOf } from '../../dev/fake-cases';
import { chooseLanguage } from '../i18n';
import { failureText } from '../shell/failure';

afterEach(() => {
  vi.unstubAllGlobals();
});

const failureOf = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error: unknown = await promise.then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
};

describe('a call', () => {
  it('says that it comes from our own page, and carries the lease in a header, never in the address', async () => {
    const service = new FakeService().start();
    service.held = caseOf(0, false);
    await api.reveal(service.held.caseId, 'the-token');
    const [request] = service.calls('/reveal');
    expect(request?.method).toBe('POST');
    expect(request?.headers.get('X-Requested-With')).toBe('bovenstrooms');
    expect(request?.headers.get('Lease-Token')).toBe('the-token');
    expect(request?.path).not.toContain('the-token');
  });

  it('reads the kind and the words of a problem', async () => {
    const service = new FakeService().start();
    service.answers['/me'] = () => problem(422, 'decision-not-possible', 'the ship has sailed');
    expect(await failureOf(api.me())).toMatchObject({ reason: 'REFUSED', status: 422, kind: 'decision-not-possible', detail: 'the ship has sailed' });
  });

  it('takes the words of the service in both languages where it has them', async () => {
    const service = new FakeService().start();
    const why = { nl: 'Het schip is weg.', en: 'The ship has sailed.' };
    service.answers['/me'] = () => new Response(JSON.stringify({ type: 'urn:bovenstrooms:problem:decision-not-possible', why }), { status: 422 });
    const failure = await failureOf(api.me());
    expect(failure.why).toEqual(why);
    chooseLanguage('nl');
    expect(failureText(failure)).toContain('Het schip is weg.');
    chooseLanguage('en');
    expect(failureText(failure)).toContain('The ship has sailed.');
  });

  it('tells a broken service from a refusal, also without a problem', async () => {
    const service = new FakeService().start();
    service.answers['/me'] = () => new Response('<h1>Bad gateway</h1>', { status: 502 });
    expect(await failureOf(api.me())).toMatchObject({ reason: 'SERVER', status: 502, kind: '' });
  });

  it.each([401, 499])('tells all who listen that the session has ended, on %d', async (status) => {
    const service = new FakeService().start();
    service.answers['/me'] = () => new Response(null, { status: status });
    const heard = vi.fn();
    const stop = onSessionEnded(heard);
    expect(await failureOf(api.me())).toMatchObject({ reason: 'SESSION' });
    stop();
    await failureOf(api.me());
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('is offline when no answer comes, and stays an abort when it was aborted', async () => {
    const service = new FakeService().start();
    service.answers['/me'] = () => Promise.reject(new TypeError('network'));
    expect(await failureOf(api.me())).toMatchObject({ reason: 'OFFLINE' });
    service.answers['/me'] = () => Promise.reject(new DOMException('stop', 'AbortError'));
    await expect(call('/me')).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('bytes', () => {
  const answering = (body: Uint8Array<ArrayBuffer>, told?: number) => {
    const service = new FakeService().start();
    service.answers['/raster'] = () => new Response(body, told === undefined ? {} : { headers: { 'Content-Length': String(told) } });
  };

  it('arrive whole, with progress up to all of it', async () => {
    answering(Uint8Array.from([1, 2, 3, 4]), 4);
    const shares: number[] = [];
    expect([...(await bytes('/raster', {}, (share) => shares.push(share)))]).toEqual([1, 2, 3, 4]);
    expect(shares.at(-1)).toBe(1);
  });

  it('arrive whole without a word of how many there are', async () => {
    answering(Uint8Array.from([1, 2, 3, 4]));
    expect([...(await bytes('/raster', {}, () => undefined))]).toEqual([1, 2, 3, 4]);
  });

  it('are refused when there are more than was told', async () => {
    answering(new Uint8Array(5), 4);
    expect(await failureOf(bytes('/raster', {}, () => undefined))).toMatchObject({ kind: 'raster-too-long' });
  });

  it('are given as they are when there are fewer, so that decoding refuses them', async () => {
    answering(new Uint8Array(3), 4);
    expect(await bytes('/raster', {}, () => undefined)).toHaveLength(3);
  });
});

describe('times', () => {
  it('count by the clock of the service where it tells it', () => {
    const sent = new Response(null, { headers: { Date: 'Tue, 24 Nov 2026 10:00:00 GMT' } });
    expect(millisecondsLeft('2026-11-24T10:02:00Z', sent, Date.parse('2026-11-24T11:30:00Z'))).toBe(120_000);
  });

  it('count by our own clock where it does not', () => {
    expect(millisecondsLeft('2026-11-24T10:02:00Z', new Response(null), Date.parse('2026-11-24T10:01:00Z'))).toBe(60_000);
  });
});

it('goes to sign in and back to the same page', () => {
  expect(signInPath('/case')).toBe('/sign-in?back=%2Fcase');
});

it('asks for another scan of the container under the case', async () => {
  const service = new FakeService().start();
  const file = caseOf(0, false);
  const [other] = file.otherScans;
  const image = file.image;
  expect(other).toBeDefined();
  if (other === undefined || image == null) {
    return;
  }
  await failureOf(api.channel({ caseId: file.caseId, otherScanId: other.scanId, image }, 'HIGH', 'another-token', new AbortController().signal, () => undefined));
  expect(service.requests.at(-1)?.path).toBe(`/api/v1/cases/${file.caseId}/other-scans/b1d2-origin/images/image-1/HIGH`);
});
