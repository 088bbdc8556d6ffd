import './styles/index.css';
import './i18n';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App';
import { Crash } from './shell/Crash';
import { applyTheme } from './shell/settings';

applyTheme();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <Crash>
      <App />
    </Crash>,
  );
}
