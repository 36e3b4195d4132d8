import { randomUUID } from 'node:crypto';
import {
  conflict,
  notFound,
  readDraft,
  StationFault,
  type CallArgument,
  type CallValue,
  type DraftFault,
  type ImportFile,
  type ImportMapping,
  type ImportRun,
  type OrderDraft,
  type StationCalls,
} from '../../../preload/contract/index.ts';
import type { Choices } from '../customer/choices.ts';
import type { Customer } from '../customer/customer.ts';
import {
  Breath,
  mappingKey,
  ordersOfTable,
  suggestMapping,
  writeReportCsv,
  writeReportXlsx,
  type OrderFile,
} from '../files/index.ts';
import type { Person } from '../person.ts';
import { newMark } from '../sending/mark.ts';
import type { OrderSender } from '../sending/order-sender.ts';
import { knownTo } from '../sending/sending-desk.ts';
import type { NewSent, SentStore } from '../sending/sent-store.ts';
import { hasErrors, refuseRepeated, refuseUsed, type ReadyOrder } from './checked-orders.ts';
import type { FileStore, StoredFile } from './file-store.ts';
import { asInvalidFile, createFileReader } from './file-reader.ts';
import type { RunStore } from './run-store.ts';

/** Lets the person choose where a file is to lie, and writes it there; null when they cancelled. */
export type FileSaver = (name: string, bytes: Uint8Array) => Promise<string | null>;

type ImportCalls = StationCalls['imports'];
type Argument<Name extends keyof ImportCalls> = CallArgument<ImportCalls[Name]>;
type Value<Name extends keyof ImportCalls> = CallValue<ImportCalls[Name]>;

/** Files of orders: taken in, checked, and made into runs. */
export interface ImportDesk {
  calls: {
    open(file: Argument<'open'>): Promise<ImportFile>;
    paste(rows: Argument<'paste'>): Promise<ImportFile>;
    reread(how: Argument<'reread'>): Promise<ImportFile>;
    check(query: Argument<'check'>): Promise<Value<'check'>>;
    start(start: Argument<'start'>): Promise<ImportRun>;
    saveReport(report: Argument<'saveReport'>): Promise<Value<'saveReport'>>;
    saveFile(run: Argument<'saveFile'>): Promise<Value<'saveFile'>>;
  };
}

export interface ImportDeskParts {
  files: FileStore;
  runs: RunStore;
  sent: SentStore;
  sender: Pick<OrderSender, 'wake'>;
  customer: Customer;
  choices: Choices;
  transaction: <T>(work: () => T) => T;
  person: () => Person;
  now: () => number;
  saveFile: FileSaver;
  /** As the spreadsheets of the person's country expect it. */
  csvSeparator: () => ',' | ';';
  shownRun: (id: string) => ImportRun;
  onChange: (runId: string) => void;
}

type Check = Pick<Argument<'check'>, 'fileId' | 'mapping' | 'defaults'>;

const sampleRows = 5;
/** A run is written down at once; more would hold up the station for too long. */
const mostOrders = 5_000;

export function createImportDesk(parts: ImportDeskParts): ImportDesk {
  const { files, runs, sent, sender, customer, choices, person, now, saveFile } = parts;
  const reader = createFileReader(files);
  let lastCheck: { key: string; orders: Promise<ReadyOrder[]> } | null = null;

  function stored(id: string): StoredFile {
    const file = files.find(id);
    if (file === null) throw new StationFault(notFound('file-gone'));
    return file;
  }

  function shown(file: StoredFile, read: OrderFile): ImportFile {
    const { id, name, format, size } = file;
    const before = files.sentBefore(file.sha256);
    const sentBefore = before === null ? null : { number: before.number, at: new Date(before.at).toISOString() };
    const common = { id, name, format, size, sentBefore, encoding: null, sheets: [], sheet: null };
    if (read.kind === 'orders') return { ...common, table: null, mapping: {}, isRemembered: false };
    const { columns, rows } = read.table;
    const remembered = files.mapping(mappingKey(columns)) ?? undefined;
    return {
      ...common,
      encoding: read.format === 'csv' && format === 'csv' ? read.encoding : null,
      sheets: read.format === 'xlsx' ? read.sheets : [],
      sheet: read.format === 'xlsx' ? read.sheet : null,
      table: { columns, rows: rows.length, sample: rows.slice(0, sampleRows).map(({ cells }) => cells) },
      mapping: suggestMapping(columns, remembered),
      isRemembered: remembered !== undefined,
    };
  }

  async function takeIn(name: string, format: StoredFile['format'] | null, bytes: Uint8Array): Promise<ImportFile> {
    const read = await asInvalidFile(() => reader.readNew(format, bytes));
    const file = files.keep({ id: randomUUID(), name, format: format ?? read.format }, bytes);
    reader.remember(file, read);
    return shown(file, read);
  }

  async function ordersOfFile({ fileId, mapping, defaults }: Check): Promise<{ draft: OrderDraft; rows: number[]; faults: DraftFault[] }[]> {
    const read = await asInvalidFile(() => reader.read(stored(fileId)));
    if (read.kind === 'table') {
      if (mapping.item === undefined || mapping.quantity === undefined) throw new StationFault(conflict('mapping-incomplete'));
      return ordersOfTable(read.table, mapping, defaults);
    }
    return read.orders.map((draft, index) => ({
      draft: { ...draft, deliveryModeId: draft.deliveryModeId || defaults.deliveryModeId, profileId: draft.profileId || defaults.profileId },
      rows: draft.lines.map(() => index + 1),
      faults: [],
    }));
  }

  /** A page asks for one part after the other of the same check. */
  async function readyOrders({ fileId, mapping, defaults }: Check): Promise<readonly ReadyOrder[]> {
    const key = JSON.stringify([stored(fileId), mapping, defaults, choices.view(), sent.newest()]);
    if (lastCheck?.key === key) return lastCheck.orders;
    const orders = readOrders({ fileId, mapping, defaults });
    lastCheck = { key, orders };
    try {
      return await orders;
    } catch (error) {
      lastCheck = null;
      throw error;
    }
  }

  async function readOrders(check: Check): Promise<ReadyOrder[]> {
    const orders = await ordersOfFile(check);
    const known = knownTo(choices);
    const breath = new Breath();
    const read: ReadyOrder[] = [];
    for (const [position, { draft, rows, faults }] of orders.entries()) {
      const { order, faults: own } = readDraft(draft, known);
      read.push({ position, draft, rows, faults: [...faults, ...own], order });
      if (breath.isDue) await breath.take();
    }
    return refuseUsed(refuseRepeated(read), sent);
  }

  function runOrders(runId: string, orders: readonly ReadyOrder[]): NewSent[] {
    const chosen = customer.chosen();
    if (chosen === null) throw new StationFault(conflict('no-customer'));
    const { name: by, station } = person();
    return orders.map(({ position, draft, rows, faults, order }) => {
      const isRight = order !== null && !hasErrors(faults);
      return {
        id: `${runId}-${position}`,
        mark: newMark(),
        reference: order?.reference ?? draft.reference.trim(),
        customerLogin: chosen.login,
        customerWay: chosen.way,
        runId,
        position,
        rows,
        draft,
        ordered: isRight ? order : null,
        faults,
        state: isRight ? 'waiting' : 'invalid',
        by,
        station,
        at: now(),
      };
    });
  }

  function rememberMapping(file: OrderFile | null, mapping: ImportMapping): void {
    if (file?.kind === 'table') files.rememberMapping(mappingKey(file.table.columns), mapping);
  }

  return {
    calls: {
      open: ({ name, bytes }) => takeIn(name, null, bytes),
      paste: ({ text }) => takeIn('', 'pasted', new TextEncoder().encode(text)),
      async reread({ fileId, encoding, sheet }) {
        const other = { ...stored(fileId), encoding, sheet };
        const read = await asInvalidFile(() => reader.read(other));
        files.readAs(fileId, other);
        return shown(other, read);
      },
      async check(check) {
        const orders = await readyOrders(check);
        const isFaulty = ({ faults }: ReadyOrder): boolean => hasErrors(faults);
        const isWarned = (order: ReadyOrder): boolean => !isFaulty(order) && order.faults.length > 0;
        const wanted = { all: () => true, faulty: isFaulty, warned: isWarned }[check.only];
        const chosen = orders.filter(wanted);
        const page = chosen.slice(check.from, check.from + check.limit);
        return {
          orders: orders.length,
          lines: orders.reduce((sum, { draft }) => sum + draft.lines.length, 0),
          faulty: orders.filter(isFaulty).length,
          warned: orders.filter(isWarned).length,
          shown: page.map(({ position, rows, draft, faults }) => ({ position, rows, draft, faults })),
          next: chosen.length > check.from + check.limit ? check.from + check.limit : null,
        };
      },
      async start({ id, fileId, mapping, defaults, pays }) {
        if (runs.find(id) !== null) return parts.shownRun(id);
        const checked = await readyOrders({ fileId, mapping, defaults });
        const read = await reader.read(stored(fileId));
        const { name: by, station } = person();
        const hasBegun = parts.transaction(() => {
          if (runs.find(id) !== null) return false;
          // Since they were checked, some may have been sent: by another run of the same file, or one by one.
          const orders = refuseUsed(checked, sent);
          if (!orders.some(({ faults }) => !hasErrors(faults))) throw new StationFault(conflict('nothing-to-send'));
          if (orders.length > mostOrders) throw new StationFault(conflict('too-many-orders', { max: mostOrders, orders: orders.length }));
          const prepared = runOrders(id, orders);
          runs.begin({ id, fileId, pays, by, station, at: now() });
          sent.add(prepared);
          rememberMapping(read, mapping);
          if (defaults.deliveryModeId !== '') choices.remember(defaults.deliveryModeId, defaults.profileId || null);
          return true;
        });
        if (!hasBegun) return parts.shownRun(id);
        parts.onChange(id);
        sender.wake();
        return parts.shownRun(id);
      },
      async saveReport({ id, format, columns, rows }) {
        const { number, fileName } = parts.shownRun(id);
        const report = { columns, rows };
        const bytes = await (format === 'csv' ? writeReportCsv(report, parts.csvSeparator()) : writeReportXlsx(report));
        return saved(await saveFile(`${baseName(fileName) || `orders-${number}`}-report.${format}`, bytes));
      },
      async saveFile({ id }) {
        const run = runs.find(id);
        if (run === null) throw new StationFault(notFound('run-gone'));
        return saved(await saveFile(run.fileName || `orders-${run.number}.txt`, files.bytes(run.fileId)));
      },
    },
  };
}

function saved(name: string | null): { saved: boolean; name: string } {
  return { saved: name !== null, name: name ?? '' };
}

function baseName(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
