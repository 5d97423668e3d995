import { speakLanguage } from '../lib/i18n/catalogues';

speakLanguage('en');
