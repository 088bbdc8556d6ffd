import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { revealedOf } from '../../dev/fake-cases';
import type { Comparison } from '../api/types';
import { chooseLanguage } from '../i18n';
import { expectAccessible } from '../testing/axe';
import { ChangesList } from './ChangesList';

const changed = revealedOf('PAIR').comparison;
const without = (facts: Partial<Comparison>): Comparison => ({ scanId: 's', earlier: true, changes: [], ...facts });

const told = (comparison: Comparison) => {
  const { unmount } = render(<ChangesList comparison={comparison} onGo={() => undefined} />);
  const text = screen.getByTestId('comparison').textContent;
  unmount();
  return text;
};

beforeEach(() => { chooseLanguage('nl'); });

describe('what came of a comparison', () => {
  it('is told with each place that changed, and leads there', async () => {
    if (changed == null) {
      throw new Error('the pair has a comparison');
    }
    const onGo = vi.fn();
    const { container } = render(<ChangesList comparison={changed} onGo={onGo} />);

    expect(screen.getByTestId('comparison').textContent).toContain('Naast de eerdere scan: op 2 plekken veranderd');
    await userEvent.click(screen.getByRole('button', { name: 'A later bijgekomen duidelijk' }));
    expect(onGo).toHaveBeenCalledWith(changed.changes[0]);
    expect(screen.getByRole('button', { name: 'B verschoven vaag' })).toBeTruthy();
    await expectAccessible(container);
  });

  it('is told in words when there is no place to show', () => {
    expect(told(without({ result: 'SAME' }))).toBe('Naast de eerdere scan: er lijkt niets veranderd');
    expect(told(without({ result: 'NOT_COMPARABLE', obstacle: 'LATER_UNREADABLE', earlier: false }))).toBe(
      'Naast de latere scan: niet te vergelijken. Het latere beeld is niet goed te lezen.',
    );
    expect(told(without({}))).toBe('Naast de eerdere scan: de beelden worden nog vergeleken');
  });

  it('is told in English, too', () => {
    chooseLanguage('en');
    expect(told(without({ result: 'CHANGED', changes: changed?.changes.slice(0, 1) ?? [] }))).toContain('Against the earlier scan: changed at 1 place');
  });
});
