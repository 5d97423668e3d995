import { speakLanguage } from '../lib/i18n/languages';

speakLanguage('en');
