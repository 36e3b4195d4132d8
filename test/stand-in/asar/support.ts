import { supportArchives } from './index.ts';

supportArchives();
