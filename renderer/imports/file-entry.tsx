import { Button, Loader } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../ui/key-cap.tsx';
import { FileErrorNote } from './file-error-note.tsx';
import classes from './imports.module.css';
import type { useTakeFile } from './use-take-file.ts';

/** Where a file of orders comes in: chosen, dropped, or its rows pasted. */
export function FileEntry({ taking }: { taking: ReturnType<typeof useTakeFile> }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const { take, isOver, isTaking, error } = taking;
  return (
    <>
      <section className={classes.entry} data-over={isOver} aria-label={t('imports.entry.title')}>
        <IconFileSpreadsheet className={classes.entryIcon} stroke={1.25} aria-hidden="true" />
        <div className={classes.entryWords}>
          <p className={classes.entryTitle}>{isOver ? t('imports.entry.drop') : t('imports.entry.title')}</p>
          <p className={classes.soft}>{t('imports.entry.text')}</p>
          <p className={classes.soft}>
            <KeyCap>{t('ordering.grid.ctrlV')}</KeyCap> {t('imports.entry.paste')}
          </p>
        </div>
        <input
          ref={field}
          className={classes.fileField}
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,.xml"
          aria-label={t('imports.entry.choose')}
          tabIndex={-1}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file again is another choice.
            event.currentTarget.value = '';
            if (file) take(file);
          }}
        />
        <Button disabled={isTaking} leftSection={isTaking ? <Loader size="1rem" /> : undefined} onClick={() => field.current?.click()}>
          {isTaking ? t('imports.entry.reading') : t('imports.entry.choose')}
        </Button>
      </section>
      {error && <FileErrorNote thrown={error} title={t('imports.entry.notRead')} />}
    </>
  );
}
