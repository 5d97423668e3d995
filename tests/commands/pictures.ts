import { takePictures } from '../browser/pictures';

// `npm run pictures`: to be looked at whenever the look changes. They are in .output/tour/.
await takePictures();
