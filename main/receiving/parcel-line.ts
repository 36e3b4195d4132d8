import type { ParcelLine } from '../../preload/contract/index.ts';
import { pictureAddress, type CachedLine } from '../orders/index.ts';
import { displayWaybills } from '../waybills/index.ts';
import { countPieces, nothingUnsettled, type UnsettledPieces } from './count-pieces.ts';
import type { ReceivingParts } from './parts.ts';
import type { ReceiptBook } from './receipt-book.ts';

/** Turns cached lines into lines as the receiver sees them, with what was booked here and not settled yet. */
export type ShowLines = (lines: readonly CachedLine[]) => ParcelLine[];

export function createShowLines({ outbox }: Pick<ReceivingParts, 'outbox'>, receipts: ReceiptBook): ShowLines {
  function unsettledPieces(lineIds: string[]): Map<string, UnsettledPieces> {
    const pending = outbox.pendingPieces(lineIds);
    const toTakeBack = outbox.piecesToTakeBack(lineIds);
    const bookedAgain = toTakeBack.size === 0 ? new Map<string, number>() : receipts.piecesSinceUndo(lineIds);
    const unsettled = (lineId: string): UnsettledPieces => ({
      pending: pending.get(lineId) ?? 0,
      toTakeBack: toTakeBack.get(lineId) ?? 0,
      bookedAgain: bookedAgain.get(lineId) ?? 0,
    });
    return new Map(lineIds.map((lineId) => [lineId, unsettled(lineId)]));
  }

  return (lines) => {
    const unsettled = unsettledPieces(lines.map((line) => line.id));
    return lines.map((line) => parcelLine(line, unsettled.get(line.id) ?? nothingUnsettled));
  };
}

function parcelLine(line: CachedLine, unsettled: UnsettledPieces): ParcelLine {
  return {
    lineId: line.id,
    orderId: line.orderId,
    orderNumber: line.order?.displayId ?? '',
    lineNumber: line.lineNumber,
    title: { original: line.titleOriginal, translated: line.titleTranslated },
    configuration: { original: line.configurationOriginal, translated: line.configurationTranslated },
    pictureUrl: pictureAddress(line),
    itemId: line.itemId,
    providerType: line.providerType,
    providerOrderId: line.providerOrderId,
    sellerName: line.sellerName,
    waybills: displayWaybills(line.waybill),
    customerName: line.order?.customerName ?? '',
    customerComment: joined(line.customerComment, line.order?.customerComment ?? ''),
    operatorComment: line.operatorComment.replaceAll(String.raw`\n`, '\n'),
    quantity: line.quantity,
    ...countPieces(line, unsettled),
    status: line.status,
    weight: line.weight,
  };
}

/** A customer comments on the order, on the line, or on both. */
function joined(ofLine: string, ofOrder: string): string {
  return [...new Set([ofLine.trim(), ofOrder.trim()])].filter((comment) => comment !== '').join('\n');
}
