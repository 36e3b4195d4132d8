import { Loader, NativeSelect } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '../../preload/contract/order-imports.ts';
import { useRereadImport } from '../bridge/imports.ts';
import { useFormat } from '../i18n/format.ts';
import { FileErrorNote } from './file-error-note.tsx';
import classes from './imports.module.css';

/** Encodings that spreadsheets of the countries in which the station works write. */
const encodings = ['utf-8', 'gb18030', 'windows-1251', 'utf-16le', 'utf-16be'];

/** What a file is; how it is read can be put right here. */
export function FileHead({ file, onReread }: { file: ImportFile; onReread: (file: ImportFile) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reread = useRereadImport(file.id);
  const { name, size, table, encoding, sheet, sheets, sentBefore } = file;
  const read = (as: { encoding: string | null; sheet: string | null }): void => reread.mutate(as, { onSuccess: onReread });
  return (
    <section className={classes.fileHead} aria-label={t('imports.file.file')}>
      <IconFileSpreadsheet className={classes.fileIcon} stroke={1.5} aria-hidden="true" />
      <div className={classes.fileWords}>
        <p className={classes.name}>{name || t('imports.pasted')}</p>
        <p className={classes.soft}>
          {[
            t(`imports.format.${file.format}`),
            t('imports.file.size', { size: format.number(Math.max(1, Math.round(size / 1024))) }),
            table ? t('imports.file.rows', { count: table.rows }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {encoding !== null && (
        <NativeSelect
          label={t('imports.file.encoding')}
          disabled={reread.isPending}
          value={encoding.toLowerCase()}
          data={[...new Set([encoding.toLowerCase(), ...encodings])].map((value) => ({ value, label: encodingName(value) }))}
          onChange={(event) => read({ encoding: event.currentTarget.value, sheet })}
        />
      )}
      {sheets.length > 1 && (
        <NativeSelect
          label={t('imports.file.sheet')}
          disabled={reread.isPending}
          value={sheet ?? ''}
          data={sheets}
          onChange={(event) => read({ encoding, sheet: event.currentTarget.value })}
        />
      )}
      {reread.isPending && <Loader size="1rem" />}
      {sentBefore !== null && (
        <p className={`${classes.wide} ${classes.warnWord}`}>
          {t('imports.file.sentBefore', { number: sentBefore.number, when: format.moment(sentBefore.at) })}
        </p>
      )}
      {reread.error && (
        <div className={classes.wide}>
          <FileErrorNote thrown={reread.error} />
        </div>
      )}
    </section>
  );
}

function encodingName(encoding: string): string {
  const names: Readonly<Record<string, string>> = {
    'utf-8': 'UTF-8',
    gb18030: 'GB 18030 (GBK)',
    'windows-1251': 'Windows-1251',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
  };
  return names[encoding] ?? encoding;
}
