import i18next from 'i18next';
import type { ReactNode } from 'react';
import { Component } from 'react';

/** Shows a way out when a page fails; the lease brings the case back after a reload. */
export class Crash extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) {
      return this.props.children;
    }
    return (
      <main className="centred" role="alert">
        <h1>{i18next.t('failure.crashed')}</h1>
        <p>{i18next.t('failure.crashedText')}</p>
        <button
          type="button"
          className="button button--primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          {i18next.t('failure.reload')}
        </button>
      </main>
    );
  }
}
