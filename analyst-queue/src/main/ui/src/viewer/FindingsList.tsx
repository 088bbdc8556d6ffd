import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Finding, Region } from '../api/types';

interface Props {
  findings: Finding[];
  /** Shows the spot in the picture. */
  onGo: (region: Region) => void;
}

/** What is drawn over the picture, once more as a list: a drawing can't be reached by keyboard or read out. */
export function FindingsList({ findings, onGo }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="findings" aria-label={t('viewer.findings')} data-testid="findings">
      {findings.length === 0 && <li className="findings__none">{t('viewer.noFindings')}</li>}
      {findings.map(({ region, place, strength }, index) => (
        <li key={`${region.x}/${region.y}/${place}`}>
          <Button className="tool" onFocus={() => { onGo(region); }} onPress={() => { onGo(region); }} data-testid={`finding-${index + 1}`}>
            <b>{index + 1}</b> {t(`place.${place}`)} <small>{t(`strength.${strength}`)}</small>
          </Button>
        </li>
      ))}
    </ul>
  );
}
