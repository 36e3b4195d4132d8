// Makes every icon of the app from assets/icon.svg: npm run icons
import { writeIcons } from './icons/index.mjs';

console.log(`Wrote ${writeIcons()} files into assets.`);
