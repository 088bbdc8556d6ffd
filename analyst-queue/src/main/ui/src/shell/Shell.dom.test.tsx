import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { caseOf } from '../../dev/fake-cases';
import { chooseLanguage } from '../i18n';
import { FakeService, problem } from '../testing/FakeService';
import { expectAccessible } from '../testing/axe';
import { Shell } from './Shell';

let service: FakeService;

function open(path = '/') {
  return render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } })}>
      <MemoryRouter initialEntries={[path]}>
        <Shell />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

// Loaded on demand in the browser; here its first loading would count as waiting.
beforeAll(() => import('../case/CasePage'));
beforeEach(() => {
  service = new FakeService().start();
  chooseLanguage('nl');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const nextCase = async () => {
  await userEvent.click(await screen.findByRole('button', { name: /Volgende zaak/ }));
  return screen.findByTestId('case');
};

describe('the start', () => {
  it('greets, counts, and has one big button', async () => {
    const { container } = open();
    expect(await screen.findByRole('heading', { name: 'Welkom, Anna de Wit' })).toBeTruthy();
    await waitFor(() => { expect(within(screen.getByTestId('count-waiting')).getByText('2')).toBeTruthy(); });
    expect(screen.getByTestId('live').getAttribute('data-live')).toBe('true');
    expect(screen.getAllByRole('button', { name: /Volgende zaak/ })).toHaveLength(1);
    await expectAccessible(container);
  });

  it('shows the alarm in words', async () => {
    service.counts = { ...service.counts, unreadAlarm: true };
    open();
    expect((await screen.findByTestId('unread-alarm')).textContent).toContain('te lang');
  });

  it('says why the queue is empty', async () => {
    service.waiting = [];
    service.counts = { ...service.counts, waiting: 0 };
    open();
    await userEvent.click(await screen.findByRole('button', { name: /Volgende zaak/ }));
    const empty = await screen.findByTestId('queue-empty');
    expect(empty.textContent).toContain('Alle zaken zijn bij collega’s.');
    expect(empty.textContent).toContain('3');
  });

  it('speaks English when asked, and remembers it', async () => {
    open();
    await screen.findByTestId('next-case');
    await userEvent.click(screen.getByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('button', { name: /Next case/ })).toBeTruthy();
    expect(localStorage.getItem('bovenstrooms.language')).toBe('en');
  });

  it('shows a team lead the counts and no case', async () => {
    service.me = { userName: 'tessa', name: 'Tessa', roles: ['TEAM_LEAD'] };
    open();
    expect(await screen.findByText(/U ziet de tellingen/)).toBeTruthy();
    expect(screen.queryByTestId('next-case')).toBeNull();
    expect(service.calls('/claims/mine')).toHaveLength(0);
  });

  it('says when the service can’t be reached', async () => {
    service.answers['/me'] = () => Promise.reject(new TypeError('network'));
    open();
    expect(await screen.findByRole('heading', { name: 'De dienst is niet bereikbaar' })).toBeTruthy();
    delete service.answers['/me'];
    await userEvent.click(screen.getByRole('button', { name: 'Opnieuw proberen' }));
    expect(await screen.findByTestId('next-case')).toBeTruthy();
  });
});

describe('a case', () => {
  it('is read, decided without detours, and followed by the next', async () => {
    const { container } = open();
    await nextCase();
    expect(screen.getByTestId('container-number').textContent).toBe('MSCU1234566');
    await expectAccessible(container);
    await userEvent.keyboard('1');
    await userEvent.click(screen.getByTestId('decide'));
    expect((await screen.findByTestId('last-decided')).textContent).toContain('Geen bevinding voor MSCU1234566');
    expect(screen.getByTestId('last-decided').textContent).toContain('Het is klaar.');
    expect(screen.getByTestId('container-number').textContent).toBe('TGHU7790315');
    expect(service.calls('/decision')[0]?.body).toEqual({ version: caseOf(0, false).version, decision: 'NO_FINDING', note: '' });
  });

  it('asks for a note, then once more before a container is stopped', async () => {
    open();
    await nextCase();
    await userEvent.keyboard('8');
    await userEvent.click(screen.getByTestId('decide'));
    expect(screen.getByText(/Schrijf in minstens 10 tekens/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByTestId('note'));
    await userEvent.paste('Donker blok bij de deuren');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    const dialog = await screen.findByTestId('confirm-dialog');
    expect(dialog.textContent).toContain('Donker blok bij de deuren');
    expect(service.calls('/decision')).toHaveLength(0);
    await userEvent.click(screen.getByTestId('confirm'));
    await screen.findByTestId('last-decided');
    expect(service.calls('/decision')[0]?.body).toMatchObject({ decision: 'ESCALATE', note: 'Donker blok bij de deuren' });
  });

  it('keeps the marks of the model hidden until asked', async () => {
    open();
    await nextCase();
    expect(screen.queryByTestId('model-reasons')).toBeNull();
    expect(screen.getByText(/verborgen tot u erom vraagt/)).toBeTruthy();
    expect(service.calls('/reveal')).toHaveLength(0);
  });

  it('says that it is lost, and gives the note back', async () => {
    open();
    await nextCase();
    await userEvent.keyboard('8');
    await userEvent.click(screen.getByTestId('note'));
    await userEvent.paste('Donker blok bij de deuren');
    service.answers['/decision'] = () => problem(409, 'lease-lost');
    await userEvent.click(screen.getByTestId('decide'));
    await userEvent.click(await screen.findByTestId('confirm'));
    expect(await screen.findByTestId('lease-lost')).toBeTruthy();
    expect(screen.getByTestId<HTMLTextAreaElement>('kept-note').value).toBe('Donker blok bij de deuren');
  });

  it('is shown anew when it changed meanwhile, with the note and without the choice, and can be decided then', async () => {
    open();
    await nextCase();
    await userEvent.keyboard('3');
    await userEvent.click(screen.getByTestId('note'));
    await userEvent.paste('Wie is de afzender?');
    service.answers['/decision'] = () => problem(409, 'case-changed');
    service.held = { ...caseOf(0, false), image: null, otherImages: [], imageOpened: true, version: 'another-version', containerNumber: 'TGHU7790315' };
    await userEvent.click(screen.getByTestId('decide'));
    expect((await screen.findByTestId('case-changed')).textContent).toContain('veranderd terwijl u keek');
    await waitFor(() => { expect(screen.getByTestId('container-number').textContent).toBe('TGHU7790315'); });
    expect(screen.getByTestId<HTMLTextAreaElement>('note').value).toBe('Wie is de afzender?');
    expect(screen.queryByTestId('decision-explained')).toBeNull();
    delete service.answers['/decision'];
    await userEvent.keyboard('{Escape}3');
    await userEvent.click(screen.getByTestId('decide'));
    expect((await screen.findByTestId('last-decided')).textContent).toContain('TGHU7790315');
    expect(service.calls('/decision').at(-1)?.body).toEqual({ version: 'another-version', decision: 'REQUEST_INFORMATION', note: 'Wie is de afzender?' });
  });

  it('shows what the service refuses, and keeps the work', async () => {
    open();
    await nextCase();
    service.answers['/decision'] = () => problem(422, 'decision-not-possible', 'the ship has sailed');
    await userEvent.keyboard('1');
    await userEvent.click(screen.getByTestId('decide'));
    expect((await screen.findByTestId('problem')).textContent).toContain('the ship has sailed');
    expect(screen.getByTestId('container-number').textContent).toBe('MSCU1234566');
  });

  it('is given back with a reason', async () => {
    open();
    await nextCase();
    await userEvent.keyboard('r');
    await userEvent.click(await screen.findByTestId('release-reason'));
    await userEvent.paste('Einde dienst');
    await userEvent.click(screen.getByTestId('release-submit'));
    expect(await screen.findByTestId('last-released')).toBeTruthy();
    expect(service.calls('/release')[0]?.body).toEqual({ reason: 'Einde dienst' });
  });

  it('comes back after a reload, with the note', async () => {
    service.held = service.waiting.shift() ?? null;
    sessionStorage.setItem(`bovenstrooms.draft.${service.held?.caseId ?? ''}`, JSON.stringify({ decision: 'ESCALATE', note: 'half a thou' }));
    open('/case');
    await screen.findByTestId('case');
    expect(screen.getByTestId<HTMLTextAreaElement>('note').value).toBe('half a thou');
    expect(screen.getByTestId('decision-explained')).toBeTruthy();
  });

  it('asks to sign in again when the session ends, and leaves all as it is', async () => {
    open();
    await nextCase();
    service.me = null;
    await userEvent.keyboard('1');
    await userEvent.click(screen.getByTestId('decide'));
    const dialog = await screen.findByTestId('session-ended');
    expect(within(dialog).getByRole('link', { name: 'Aanmelden' }).getAttribute('href')).toBe('/sign-in?back=%2Fcase');
  });

  it('shows no person of what the source sent, only companies', async () => {
    open();
    const page = await nextCase();
    expect(page.textContent).toContain('Frutas do Vale Ltda');
    expect(page.textContent).not.toContain('+55');
  });
});

describe('the audit', () => {
  beforeEach(() => {
    service.me = { userName: 'otto', name: 'Otto', roles: ['AUDITOR'] };
    service.audit = [{ seq: 1, at: '2026-11-24T10:00:00Z', actor: 'anna', action: 'CASE_CLAIMED', subject: 'case/1', payload: {}, hash: 'ab12cd34ef56' }];
  });

  it('lists entries and verifies the chain', async () => {
    const { container } = open('/audit');
    expect(await screen.findByRole('cell', { name: 'zaak gekregen' })).toBeTruthy();
    await userEvent.click(screen.getByTestId('verify-audit'));
    expect((await screen.findByTestId('audit-verdict')).textContent).toContain('ongeschonden');
    await expectAccessible(container);
  });

  it('says which entry is broken', async () => {
    service.answers['/audit/verification'] = () =>
      new Response(JSON.stringify({ entries: 9, intact: false, brokenAt: 4, verifiedAt: '2026-11-24T10:00:00Z' }));
    open('/audit');
    await userEvent.click(await screen.findByTestId('verify-audit'));
    const verdict = await screen.findByRole('alert');
    expect(verdict.textContent).toContain('Regel 4');
  });

  it('is for auditors only', async () => {
    service.me = { userName: 'anna', name: 'Anna', roles: ['ANALYST'] };
    open('/audit');
    expect(await screen.findByTestId('next-case')).toBeTruthy();
    expect(service.calls('/audit?after=0&limit=50')).toHaveLength(0);
  });
});

it('helps with all keys', async () => {
  open();
  await screen.findByTestId('next-case');
  await userEvent.keyboard('?');
  const help = await screen.findByTestId('help-dialog');
  expect(within(help).getByText('Ctrl + Enter')).toBeTruthy();
  await expectAccessible(help);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => { expect(screen.queryByTestId('help-dialog')).toBeNull(); });
});
