import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ChangeSeen, Comparison } from '../api/types';
import { changeLetter } from './comparison';

interface Props {
  comparison: Comparison;
  /** Shows the place in both pictures. */
  onGo: (change: ChangeSeen) => void;
}

/** What came of comparing with the scan at the other end of the voyage, in words, with a way to each place. */
export function ChangesList({ comparison, onGo }: Props) {
  const { t } = useTranslation();
  return (
    <div className="changes" role="group" aria-label={t('changes.title')} data-testid="comparison">
      <span>{told(comparison, t)}</span>
      {comparison.changes.length > 0 && (
        <ul className="findings" aria-label={t('changes.places')}>
          {comparison.changes.map((change, index) => (
            <li key={`${change.region.x}/${change.region.y}/${change.kind}`}>
              <Button className="tool" onPress={() => { onGo(change); }} data-testid={`change-${changeLetter(index)}`}>
                <b className="changes__letter">{changeLetter(index)}</b> {t(`changes.kind.${change.kind}`)} <small>{t(`strength.${change.strength}`)}</small>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function told({ result, obstacle, earlier, changes }: Comparison, t: ReturnType<typeof useTranslation>['t']): string {
  const when = t(earlier ? 'changes.withEarlier' : 'changes.withLater');
  switch (result) {
    case 'SAME':
      return `${when}: ${t('changes.same')}`;
    case 'CHANGED':
      return `${when}: ${t('changes.changed', { count: changes.length })}`;
    case 'NOT_COMPARABLE':
      return `${when}: ${t('changes.notComparable')} ${obstacle == null ? '' : t(`changes.obstacle.${obstacle}`)}`.trim();
    default:
      return `${when}: ${t('changes.waiting')}`;
  }
}
