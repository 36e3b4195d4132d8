import { useTranslation } from 'react-i18next';
import type { OrderDraft } from '../../preload/contract/order-draft.ts';
import { gridColumns } from './grid.ts';
import classes from './comparison-table.module.css';

/** The lines of an order as they were written. */
export function SentLines({ draft }: { draft: OrderDraft }) {
  const { t } = useTranslation();
  const lines = draft.lines.filter((line) => Object.values(line).some((cell) => cell.trim() !== ''));
  // A column in which nothing stands only takes room.
  const columns = gridColumns.filter((column) => column === 'item' || lines.some((line) => line[column].trim() !== ''));
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`ordering.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // What was sent does not change any more.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index} className={classes.plain}>
              {columns.map((column) => (
                <td key={column}>{line[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
