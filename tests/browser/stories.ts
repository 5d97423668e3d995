import { absPageStories } from './stories/abs-page';
import { accessibilityStories } from './stories/accessibility';
import { addressBarStories } from './stories/address-bar';
import { archiveStories } from './stories/archive';
import { backupStories } from './stories/backup';
import { exportStories } from './stories/export';
import { goodGuestStories } from './stories/good-guest';
import { importStories } from './stories/import';
import { killedStories } from './stories/killed';
import { libraryStories } from './stories/library';
import { itemPageStories } from './stories/listing-pages';
import { networkStories } from './stories/network';
import { paperPageStories } from './stories/paper-pages';
import { pictureStories } from './stories/picture';
import { popupStories } from './stories/popup';
import { readingSettingsStories } from './stories/reading-settings';
import { savedPageStories } from './stories/saved-pages';
import { thisPaperStories } from './stories/this-paper';
import type { Story } from './story';

export const stories: readonly Story[] = [
  ...importStories,
  ...archiveStories,
  ...absPageStories,
  ...itemPageStories,
  ...paperPageStories,
  ...goodGuestStories,
  ...thisPaperStories,
  ...accessibilityStories,
  ...popupStories,
  ...readingSettingsStories,
  ...addressBarStories,
  ...libraryStories,
  ...pictureStories,
  ...exportStories,
  ...backupStories,
  ...killedStories,
  ...savedPageStories,
  ...networkStories,
];
