export { ImportFileScreen } from './import-file-screen.tsx';
export { ImportRunScreen } from './import-run-screen.tsx';
export { ImportsScreen } from './imports-screen.tsx';
