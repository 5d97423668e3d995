import { startReading } from './start';

const root = document.getElementById('app');
if (root) startReading(root);
