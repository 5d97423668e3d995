import { startReading } from './start';
import { followPaper } from './this-paper';

const root = document.getElementById('app');
if (root) startReading(root);
followPaper();
