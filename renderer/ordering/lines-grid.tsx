import { Button, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftFault } from '../../preload/contract/draft-faults.ts';
import type { DraftLine } from '../../preload/contract/order-draft.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { GridRow, type RowActions } from './grid-row.tsx';
import { gridColumns, gridRows, isEmptyRow, neighbour, readPasted, withCell, withoutRow, withPasted, withRow, type GridCell } from './grid.ts';
import classes from './lines-grid.module.css';

interface LinesGridProps {
  lines: readonly DraftLine[];
  /** Those that are to be shown now. */
  faults: readonly DraftFault[];
  onChange: (lines: DraftLine[]) => void;
  /** The focus has left a row. */
  onLeaveRow: (row: number) => void;
}

/** What can be taken back. The key does so only while it is the newest change: after that it takes back what was typed. */
type Undo =
  | { kind: 'row-removed'; row: number; line: DraftLine; isNewest: boolean }
  /** Offered until something else is typed, since it brings back all that stood there. */
  | { kind: 'pasted'; rows: number; before: readonly DraftLine[]; isNewest: true };

const noFaults: readonly DraftFault[] = [];

/** The lines of an order as a spreadsheet: a cell each, moved through by keys, filled by typing or from the clipboard. */
export function LinesGrid({ lines, faults, onChange, onLeaveRow }: LinesGridProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const rows = gridRows(lines);
  const now = useRef({ lines, rowCount: rows.length, undo, onChange, onLeaveRow });
  useEffect(() => {
    now.current = { lines, rowCount: rows.length, undo, onChange, onLeaveRow };
  });

  const focusCell = useCallback((cell: GridCell | null): void => {
    if (cell === null) return;
    const input = table.current?.querySelector<HTMLInputElement>(`[data-cell="${cell.row}:${cell.column}"]`);
    input?.focus();
    input?.select();
  }, []);

  const takeBack = useCallback((): void => {
    const last = now.current.undo;
    if (last === null) return;
    now.current.onChange(last.kind === 'pasted' ? [...last.before] : withRow(now.current.lines, last.row, last.line));
    setUndo(null);
  }, []);

  // The same functions for every row and every key, so that only the row that changes is drawn again.
  const [actions] = useState<RowActions>(() => ({
    change(cell, text) {
      setUndo((last) => (last === null || last.kind === 'pasted' ? null : { ...last, isNewest: false }));
      now.current.onChange(withCell(now.current.lines, cell, text));
    },
    move(cell, by) {
      focusCell(neighbour(cell, by, now.current.rowCount));
    },
    remove(row) {
      const line = now.current.lines[row];
      if (line === undefined || (row === now.current.rowCount - 1 && isEmptyRow(line))) return;
      setUndo({ kind: 'row-removed', row, line, isNewest: true });
      now.current.onChange(withoutRow(now.current.lines, row));
    },
    paste(cell, text) {
      const pasted = readPasted(text);
      if (pasted === null) return false;
      setUndo({ kind: 'pasted', rows: pasted.length, before: now.current.lines, isNewest: true });
      now.current.onChange(withPasted(now.current.lines, cell, pasted));
      // What was pasted is typed to its end: its mistakes are shown at once.
      for (const offset of pasted.keys()) now.current.onLeaveRow(cell.row + offset);
      return true;
    },
    takeBack() {
      if (now.current.undo?.isNewest !== true) return false;
      takeBack();
      return true;
    },
  }));

  return (
    <div className={classes.grid}>
      <div className={classes.scroll}>
        <table ref={table} className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.number} title={t('ordering.grid.number')}>
                #
              </th>
              {gridColumns.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {t(`ordering.column.${column}`)}
                </th>
              ))}
              <th scope="col" className={classes.end}>
                <VisuallyHidden>{t('ordering.grid.remove')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          {rows.map((line, row) => (
            <GridRow
              // A row is its place in the grid: its cells are moved through by number.
              // oxlint-disable-next-line react/no-array-index-key
              key={row}
              row={row}
              line={line}
              isSpare={row === rows.length - 1 && isEmptyRow(line)}
              faults={faultsOfRow(faults, row)}
              actions={actions}
              onLeave={onLeaveRow}
            />
          ))}
        </table>
      </div>
      <div className={classes.foot}>
        <p className={classes.keys}>
          <KeyCap>{t('key.enter')}</KeyCap> {t('ordering.grid.keyDown')} <KeyCap>{t('ordering.grid.ctrlArrows')}</KeyCap>{' '}
          {t('ordering.grid.keyMove')} <KeyCap>{t('ordering.grid.ctrlDelete')}</KeyCap> {t('ordering.grid.keyRemove')}{' '}
          <KeyCap>{t('ordering.grid.ctrlV')}</KeyCap> {t('ordering.grid.keyPaste')}
        </p>
        <p className={classes.undo} aria-live="polite">
          {undo && (
            <>
              {undo.kind === 'row-removed'
                ? t('ordering.grid.removed', { row: undo.row + 1 })
                : t('ordering.grid.pasted', { count: undo.rows })}{' '}
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconArrowBackUp size="1rem" />}
                rightSection={<KeyCap>{t('ordering.grid.ctrlZ')}</KeyCap>}
                onClick={takeBack}
              >
                {t('ordering.grid.undo')}
              </Button>
            </>
          )}
        </p>
      </div>
    </div>
  );
}

function faultsOfRow(faults: readonly DraftFault[], row: number): readonly DraftFault[] {
  const own = faults.filter(({ line }) => line === row);
  return own.length === 0 ? noFaults : own;
}
