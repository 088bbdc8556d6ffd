import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface Props<Id extends string> {
  label: string;
  value: Id | null;
  options: { id: Id; label: string; hint?: string; disabled?: boolean }[];
  testId: string;
  keys?: string;
  onChange: (id: Id) => void;
}

/** One of a few, side by side. */
export function Choice<Id extends string>({ label, value, options, testId, keys, onChange }: Props<Id>) {
  return (
    <span className="choice-box">
      <ToggleButtonGroup
        className="segments"
        aria-label={label}
        selectionMode="single"
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(selected) => {
          const [key] = [...selected];
          const chosen = options.find(({ id }) => id === (key ?? value));
          if (chosen !== undefined) {
            onChange(chosen.id);
          }
        }}
      >
        {options.map((option) => (
          <ToggleButton key={option.id} id={option.id} className="segment" isDisabled={option.disabled ?? false} data-testid={`${testId}-${option.id}`}>
            <span title={option.hint}>{option.label}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
    </span>
  );
}
