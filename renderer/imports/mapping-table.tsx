import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { importFields, type ImportField, type ImportFile, type ImportMapping } from '../../preload/contract/order-imports.ts';
import { useFormat } from '../i18n/format.ts';
import classes from './mapping-table.module.css';
import { fieldOf, withColumn } from './mapping.ts';

interface MappingTableProps {
  table: NonNullable<ImportFile['table']>;
  mapping: ImportMapping;
  /** Fields that some column must hold and none does. */
  missing: readonly ImportField[];
  isRemembered: boolean;
  onChange: (mapping: ImportMapping) => void;
}

/** The columns of a file with its first rows; over each stands what it holds. */
export function MappingTable({ table, mapping, missing, isRemembered, onChange }: MappingTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { columns, sample } = table;
  return (
    <section className={classes.section} aria-label={t('imports.mapping.title')}>
      <div className={classes.heading}>
        <h2>{t('imports.mapping.title')}</h2>
        <p aria-live="polite">
          {isRemembered && missing.length === 0 && (
            <span className={classes.remembered}>
              <IconCircleCheck className={classes.icon} aria-hidden="true" /> {t('imports.mapping.remembered')}
            </span>
          )}
          {missing.length > 0 && (
            <span className={classes.missing}>
              {t('imports.mapping.missing', { fields: format.list(missing.map((field) => t(`imports.field.${field}`))) })}
            </span>
          )}
        </p>
      </div>
      <p className={classes.soft}>{t('imports.mapping.text')}</p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.map((name, column) => {
                const field = fieldOf(mapping, column);
                return (
                  // The columns of a file keep their places.
                  // oxlint-disable-next-line react/no-array-index-key
                  <th key={column} scope="col" data-used={field !== null}>
                    <span className={classes.name}>{name}</span>
                    <select
                      className={classes.select}
                      aria-label={t('imports.mapping.holds', { column: name })}
                      value={field ?? ''}
                      onChange={(event) => onChange(withColumn(mapping, column, toField(event.currentTarget.value)))}
                    >
                      <option value="">{t('imports.mapping.nothing')}</option>
                      {importFields.map((one) => (
                        <option key={one} value={one}>
                          {t(`imports.field.${one}`)}
                        </option>
                      ))}
                    </select>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sample.map((cells, row) => (
              // oxlint-disable-next-line react/no-array-index-key -- the first rows of a file keep their places
              <tr key={row}>
                {columns.map((name, column) => (
                  <td key={name} data-used={fieldOf(mapping, column) !== null} title={cells[column] ?? ''}>
                    {cells[column] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function toField(value: string): ImportField | null {
  return importFields.find((field) => field === value) ?? null;
}
