import { startReading } from '../popup/start';

const root = document.getElementById('app');
if (root) startReading(root);
