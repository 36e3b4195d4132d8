import { ActionIcon } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconTrash } from '@tabler/icons-react';
import { memo, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftFault } from '../../preload/contract/draft-faults.ts';
import { readItem } from '../../preload/contract/item-link.ts';
import type { DraftLine } from '../../preload/contract/order-draft.ts';
import { faultWords, fieldName } from './fault-words.ts';
import { gridColumns, type GridCell, type GridColumn } from './grid.ts';
import classes from './lines-grid.module.css';
import { providerName } from './provider-name.ts';

/** What a row can have done; rows and columns are those of the grid. */
export interface RowActions {
  change(cell: GridCell, text: string): void;
  move(cell: GridCell, by: { rows: number; columns: number }): void;
  remove(row: number): void;
  /** False: the text belongs into the one cell, as any text does. */
  paste(cell: GridCell, text: string): boolean;
  /** False: there is nothing of the grid to take back, so that a field takes back what was typed. */
  takeBack(): boolean;
}

interface GridRowProps {
  row: number;
  line: DraftLine;
  /** The empty one at the end, which is no line yet. */
  isSpare: boolean;
  faults: readonly DraftFault[];
  actions: RowActions;
  onLeave: (row: number) => void;
}

const numeric: readonly GridColumn[] = ['quantity', 'weight', 'awaitedPrice'];

/** A line: its cells, and under them in words what is wrong with them. */
export const GridRow = memo(function GridRow({ row, line, isSpare, faults, actions, onLeave }: GridRowProps) {
  const { t } = useTranslation();

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, cell: GridCell): void {
    if (event.nativeEvent.isComposing) return;
    const act = keyAction(event, cell, actions);
    if (act?.() === true) event.preventDefault();
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>, cell: GridCell): void {
    if (actions.paste(cell, event.clipboardData.getData('text/plain'))) event.preventDefault();
  }

  return (
    <tbody className={classes.line}>
      <tr>
        <th scope="row" className={classes.number}>
          {row + 1}
        </th>
        {gridColumns.map((column) => {
          const level = levelOf(faults, column);
          return (
            <td key={column} data-column={column}>
              <input
                className={classes.cell}
                data-cell={`${row}:${column}`}
                data-level={level}
                data-numeric={numeric.includes(column)}
                aria-label={t('ordering.grid.cell', { column: t(`ordering.column.${column}`), row: row + 1 })}
                aria-invalid={level === 'error'}
                aria-describedby={level === undefined ? undefined : faultId(row, column)}
                inputMode={column === 'quantity' ? 'numeric' : numeric.includes(column) ? 'decimal' : 'text'}
                autoComplete="off"
                spellCheck={column === 'comment'}
                maxLength={4000}
                placeholder={column === 'configurationId' ? linkedConfiguration(line.item) : undefined}
                value={line[column]}
                onChange={(event) => actions.change({ row, column }, event.currentTarget.value)}
                onKeyDown={(event) => onKeyDown(event, { row, column })}
                onPaste={(event) => onPaste(event, { row, column })}
                onBlur={(event) => {
                  const goesTo = event.relatedTarget;
                  if (!isSpare && !event.currentTarget.closest('tbody')?.contains(goesTo)) onLeave(row);
                }}
              />
              {column === 'item' && <Understood item={line.item} />}
            </td>
          );
        })}
        <td className={classes.end}>
          {!isSpare && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('ordering.grid.removeRow', { row: row + 1 })}
              title={t('ordering.grid.removeRow', { row: row + 1 })}
              onClick={() => actions.remove(row)}
            >
              <IconTrash size="1rem" />
            </ActionIcon>
          )}
        </td>
      </tr>
      {faults.length > 0 && (
        <tr>
          <td colSpan={gridColumns.length + 2} className={classes.faults}>
            {faults.map((fault, index) => (
              <p key={`${fault.field} ${fault.fault}`} id={isFirstOf(faults, index) ? faultId(row, fault.field) : undefined} data-level={fault.level}>
                {fault.level === 'error' ? <IconAlertCircle aria-hidden="true" /> : <IconAlertTriangle aria-hidden="true" />}
                <span>
                  <strong>{fieldName(t, fault)}:</strong> {faultWords(t, fault)}
                </span>
              </p>
            ))}
          </td>
        </tr>
      )}
    </tbody>
  );
}, isSameRow);

/** The configuration that a link names: it is taken when the cell says nothing else. */
function linkedConfiguration(item: string): string {
  const reading = readItem(item);
  return reading.ok ? reading.configurationId : '';
}

/** What a link or an id was understood to be. */
function Understood({ item }: { item: string }) {
  const { t } = useTranslation();
  const reading = readItem(item);
  if (!reading.ok) return <p className={classes.understood} />;
  const { itemId, providerType, configurationId } = reading;
  const parts = [
    providerType === null ? '' : providerName(t, providerType),
    itemId === item.trim() ? '' : itemId,
    configurationId === '' ? '' : t('ordering.grid.linkedConfiguration', { id: configurationId }),
  ];
  return <p className={classes.understood}>{parts.filter(Boolean).join(' · ')}</p>;
}

/** What a key does in a cell; what it answers says whether the field must not act on the key too. */
function keyAction(event: KeyboardEvent<HTMLInputElement>, cell: GridCell, actions: RowActions): (() => boolean) | undefined {
  const move = (rows: number, columns: number) => (): boolean => {
    actions.move(cell, { rows, columns });
    return true;
  };
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  const isCommand = ctrlKey || metaKey;
  if (altKey) return undefined;
  if (key === 'Enter') return move(shiftKey ? -1 : 1, 0);
  if (key === 'ArrowDown' && !shiftKey) return move(1, 0);
  if (key === 'ArrowUp' && !shiftKey) return move(-1, 0);
  if (!isCommand) return undefined;
  if (key === 'ArrowLeft') return move(0, -1);
  if (key === 'ArrowRight') return move(0, 1);
  if (key === 'Delete') {
    return () => {
      actions.remove(cell.row);
      return true;
    };
  }
  return key.toLowerCase() === 'z' && !shiftKey ? () => actions.takeBack() : undefined;
}

function levelOf(faults: readonly DraftFault[], column: GridColumn): DraftFault['level'] | undefined {
  const own = faults.filter(({ field }) => field === column);
  return own.some(({ level }) => level === 'error') ? 'error' : own[0]?.level;
}

function isFirstOf(faults: readonly DraftFault[], index: number): boolean {
  return faults.findIndex(({ field }) => field === faults[index]?.field) === index;
}

function faultId(row: number, field: string): string {
  return `line-${row}-${field}-fault`;
}

function isSameRow(before: GridRowProps, now: GridRowProps): boolean {
  return (
    before.row === now.row &&
    before.isSpare === now.isSpare &&
    before.actions === now.actions &&
    before.onLeave === now.onLeave &&
    (before.line === now.line || JSON.stringify(before.line) === JSON.stringify(now.line)) &&
    (before.faults === now.faults || JSON.stringify(before.faults) === JSON.stringify(now.faults))
  );
}
