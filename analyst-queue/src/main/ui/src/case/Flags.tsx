import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../api/types';
import { flagsOf } from './flags';

/** What is odd about the upload and was taken in all the same. */
export function Flags({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const flags = flagsOf(file);
  if (flags.length === 0) {
    return null;
  }
  return (
    <section className="panel" aria-labelledby="flags">
      <h2 id="flags">{t('flags.title')}</h2>
      <ul className="flags" data-testid="flags">
        {flags.map((flag) => (
          <li key={flag}>{t(`flags.text.${flag}`, { defaultValue: flag })}</li>
        ))}
      </ul>
    </section>
  );
}
