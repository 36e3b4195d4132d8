import { useTranslation } from 'react-i18next';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { fileErrorWords } from './file-fault-words.ts';

/** Why a file could not be taken in. */
export function FileErrorNote({ thrown, title }: { thrown: unknown; title?: string }) {
  const { t } = useTranslation();
  const error = toStationError(thrown);
  return <ErrorNote error={error} words={fileErrorWords(t, error)} {...(title === undefined ? {} : { title })} />;
}
