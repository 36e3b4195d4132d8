import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importPageLength, useImportCheck } from '../bridge/imports.ts';
import { useOrdering, useOrderingChoices } from '../bridge/ordering.ts';
import { toStationError } from '../bridge/station.ts';
import { BindingFields, usualBinding } from '../ordering/binding-fields.tsx';
import { CustomerOfOrder } from '../ordering/customer-needed.tsx';
import type { GoTo } from '../orders/orders-page.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { CheckResults, type CheckFilter } from './check-results.tsx';
import { FileHead } from './file-head.tsx';
import { setFileInHand, type FileInHand } from './file-in-hand.ts';
import classes from './imports.module.css';
import { MappingTable } from './mapping-table.tsx';
import { missingFields } from './mapping.ts';
import { StartFoot } from './start-foot.tsx';

/** The file in hand: what it is, how it is read, and what would become of it. */
export function FileInHandView({ inHand, goTo }: { inHand: FileInHand; goTo: GoTo }) {
  const { t } = useTranslation();
  const ordering = useOrdering();
  const choices = useOrderingChoices();
  const [only, setOnly] = useState<CheckFilter>('all');
  const [from, setFrom] = useState(0);
  const { file, mapping } = inHand;
  const defaults = inHand.defaults ?? usualBinding(choices.data);
  const missing = file.table === null ? [] : missingFields(mapping);
  const change = (part: Partial<FileInHand>): void => {
    setFrom(0);
    setFileInHand({ ...inHand, ...part });
  };
  const canCheck = missing.length === 0;
  const check = useImportCheck({ fileId: file.id, mapping, defaults, only, from, limit: importPageLength }, canCheck);
  return (
    <>
      <FileHead file={file} onReread={(read) => change({ file: read, mapping: read.mapping })} />
      {ordering.data && <CustomerOfOrder customer={ordering.data.customer} />}
      {file.table && (
        <MappingTable
          table={file.table}
          mapping={mapping}
          missing={missing}
          isRemembered={file.isRemembered && JSON.stringify(mapping) === JSON.stringify(file.mapping)}
          onChange={(next) => change({ mapping: next })}
        />
      )}
      {choices.error && <ErrorNote error={toStationError(choices.error)} />}
      <section className={classes.section} aria-label={t('imports.file.defaults')}>
        <h2>{t('imports.file.defaults')}</h2>
        <p className={classes.soft}>{t('imports.file.defaultsText')}</p>
        <div className={classes.panel}>
          <BindingFields
            choices={choices.data}
            binding={defaults}
            onChange={(binding) => change({ defaults: binding })}
            emptyDelivery={t('imports.file.noDefault')}
          />
        </div>
        <Checkbox
          label={t('imports.start.pays')}
          description={t('imports.start.paysText')}
          checked={inHand.pays}
          onChange={(event) => setFileInHand({ ...inHand, pays: event.currentTarget.checked })}
        />
      </section>
      {check.error && <ErrorNote error={toStationError(check.error)} />}
      {canCheck && (
        <CheckResults
          check={check.data}
          isReading={check.isFetching}
          hasRows={file.format !== 'xml'}
          only={only}
          onOnly={(next) => {
            setFrom(0);
            setOnly(next);
          }}
          from={from}
          onFrom={setFrom}
        />
      )}
      <StartFoot
        inHand={{ ...inHand, defaults }}
        check={canCheck && !check.isPlaceholderData ? check.data : undefined}
        missing={missing}
        hasCustomer={Boolean(ordering.data?.customer)}
        goTo={goTo}
      />
    </>
  );
}
