import { Switch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { AppDialog } from './AppDialog';
import { choose, useSetting } from './settings';

const groups = [
  ['general', [['Enter', 'next'], ['?', 'help'], ['R', 'release'], ['S', 'details'], ['Esc', 'close']]],
  ['decide', [['1 – 8', 'decision'], ['T', 'note'], ['Ctrl + Enter', 'decide']]],
  [
    'picture',
    [
      ['W', 'preset'],
      ['[ ]', 'level'],
      ['{ }', 'width'],
      ['I', 'invert'],
      ['L', 'log'],
      ['E', 'edges'],
      ['A', 'clahe'],
      ['C', 'colour'],
      ['K', 'energy'],
      ['X', 'lens'],
      ['+ −', 'zoom'],
      ['F', 'container'],
      ['G', 'scan'],
    ],
  ],
  ['compare', [['V', 'view'], ['P', 'compare'], ['B', 'blink'], ['D', 'flip']]],
  ['marks', [['H', 'reveal'], ['M', 'heat'], ['O', 'operator']]],
] as const;

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const shortcuts = useSetting('shortcuts');
  return (
    <AppDialog title={t('help.title')} onClose={onClose} wide testId="help-dialog">
      <Switch
        className="switch"
        isSelected={shortcuts === 'on'}
        onChange={(on) => {
          choose('shortcuts', on ? 'on' : 'off');
        }}
      >
        <span className="switch__track" aria-hidden="true" />
        <span>
          {t('help.keys')}
          <small>{t('help.keysHint')}</small>
        </span>
      </Switch>
      <div className="help__groups">
        {groups.map(([group, keys]) => (
          <section key={group}>
            <h3>{t(`help.group.${group}`)}</h3>
            <dl className="help__keys">
              {keys.map(([key, text]) => (
                <div key={text}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{t(`help.key.${text}`)}</dd>
                </div>
              ))}
              {group === 'picture' && (
                <>
                  <div>
                    <dt>
                      <kbd>{t('help.key.arrows')}</kbd>
                    </dt>
                    <dd>{t('help.key.pan')}</dd>
                  </div>
                  <div>
                    <dt>
                      <kbd>{t('help.key.rightDrag')}</kbd>
                    </dt>
                    <dd>{t('help.key.windowDrag')}</dd>
                  </div>
                </>
              )}
            </dl>
          </section>
        ))}
      </div>
      <h3>{t('help.readingTitle')}</h3>
      <p>{t('help.reading')}</p>
    </AppDialog>
  );
}
