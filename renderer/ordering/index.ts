export { DraftScreen } from './draft-screen.tsx';
export { SentListScreen } from './sent-list-screen.tsx';
export { SentScreen } from './sent-screen.tsx';
