import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type Row = [name: string, value: ReactNode];

/** Names and values; what was not given is said, since that is a finding of its own. */
export function Rows({ rows }: { rows: Row[] }) {
  const { t } = useTranslation();
  return (
    <dl className="rows">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value == null || value === '' ? <span className="quiet">{t('manifest.missing')}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
