import type { ReactNode } from 'react';

interface Props {
  kind: 'info' | 'good' | 'warning' | 'danger';
  title?: string;
  children?: ReactNode;
  testId?: string;
}

const signs = { info: 'i', good: '✓', warning: '!', danger: '!' } as const;

/** A message with a sign and a word, so that colour is never all it has. Urgent ones interrupt a screen reader. */
export function Notice({ kind, title, children, testId }: Props) {
  return (
    <div className={`notice notice--${kind}`} role={kind === 'danger' ? 'alert' : 'status'} data-testid={testId}>
      <span className="notice__sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <div className="notice__text">
        {title !== undefined && <strong>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
    </div>
  );
}
