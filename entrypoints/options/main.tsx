import { render } from 'preact';
import { logError } from '../../lib/browser/log-error';
import { preparePage } from '../../lib/browser/prepare-page';
import { t } from '../../lib/i18n/translate';
import { LensDatabase } from '../../lib/store/database';
import { App } from './app';

async function start(root: HTMLElement): Promise<void> {
  await preparePage();
  document.title = t('options_title');
  render(<App db={new LensDatabase()} />, root);
}

const root = document.getElementById('app');
if (root) start(root).catch(logError);
