import type { ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';

interface Props {
  label: string;
  /** The key that does the same. */
  keys?: string;
  hint?: string;
  /** Makes it a switch. */
  selected?: boolean;
  disabled?: boolean;
  testId?: string;
  onPress: () => void;
  /** In place of the label, which is then read out only. */
  children?: ReactNode;
}

/** A button of the picture, with its key on it. */
export function Tool({ label, keys, hint, selected, disabled = false, testId, onPress, children }: Props) {
  const content = (
    <>
      {children ?? label}
      {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
    </>
  );
  const common = {
    className: 'tool',
    isDisabled: disabled,
    onPress,
    ...(children === undefined ? {} : { 'aria-label': label }),
    ...(testId === undefined ? {} : { 'data-testid': testId }),
  };
  return (
    <span className="tool-box" title={hint ?? label}>
      {selected === undefined ? <Button {...common}>{content}</Button> : <ToggleButton {...common} isSelected={selected}>{content}</ToggleButton>}
    </span>
  );
}
