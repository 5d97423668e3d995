import { followPaper } from '../popup/this-paper';
import { startReading } from '../popup/start';

const root = document.getElementById('app');
if (root) startReading(root);
followPaper();
