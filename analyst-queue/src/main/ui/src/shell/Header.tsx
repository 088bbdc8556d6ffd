import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { signOutPath } from '../api/client';
import type { Me } from '../api/types';
import type { Language } from '../i18n';
import { chooseLanguage, language, languages } from '../i18n';
import { mayAudit } from './roles';
import { noteSignOut } from './session';
import { choose, themes, useSetting } from './settings';

interface Props {
  me: Me | null;
  /** Shown in the middle, for example live counts. */
  children?: ReactNode;
  onHelp: () => void;
}

const languageNames: Record<Language, string> = { nl: 'Nederlands', en: 'English' };

export function Header({ me, children, onHelp }: Props) {
  const { t } = useTranslation();
  return (
    <header className="header">
      <NavLink className="header__brand" to="/" end>
        <img src="/icon.svg" alt="" width="24" height="24" />
        <span>{t('app.name')}</span>
      </NavLink>
      {me !== null && mayAudit(me.roles) && (
        <nav aria-label={t('header.navigation')} className="header__pages">
          <NavLink to="/" end>{t('header.work')}</NavLink>
          <NavLink to="/audit">{t('header.audit')}</NavLink>
        </nav>
      )}
      {children}
      <div className="header__end">
        <ToggleButtonGroup
          className="segments"
          aria-label={t('header.language')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[language()]}
          onSelectionChange={(keys) => {
            const [chosen] = [...keys];
            chooseLanguage(chosen === 'en' ? 'en' : 'nl');
          }}
        >
          {languages.map((other) => (
            <ToggleButton key={other} id={other} className="segment" aria-label={languageNames[other]} data-testid={`language-${other}`}>
              {other.toUpperCase()}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <ThemeMenu />
        <Button className="header__help" aria-label={t('header.help')} onPress={onHelp} data-testid="help">
          ?
        </Button>
        {me !== null && (
          <div className="header__me">
            <span className="header__name" data-testid="user-name">
              {me.name}
              <small>{me.roles.map((role) => t(`role.${role}`)).join(', ')}</small>
            </span>
            <a href={signOutPath} className="header__out" data-testid="sign-out" onClick={noteSignOut}>
              {t('header.signOut')}
            </a>
          </div>
        )}
      </div>
    </header>
  );
}

/** A menu and no select: a closed select would take letters for itself that are shortcuts here. */
function ThemeMenu() {
  const { t } = useTranslation();
  const theme = useSetting('theme');
  return (
    <MenuTrigger>
      <Button className="menu__button" aria-label={`${t('header.theme')}: ${t(`header.themes.${theme}`)}`} data-testid="theme">
        {t(`header.themes.${theme}`)} <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label={t('header.theme')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => {
            const [chosen] = [...keys];
            choose('theme', themes.find((other) => other === chosen) ?? 'system');
          }}
        >
          {themes.map((other) => (
            <MenuItem key={other} id={other} className="menu__item">
              {t(`header.themes.${other}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
