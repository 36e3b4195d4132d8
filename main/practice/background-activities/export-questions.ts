import type { OrderLine } from '../world/order-line.ts';
import { changedPrice, otherConfigurations } from './market.ts';
import type { PossibleAnswer, Stage } from './stage.ts';
import { exportTexts } from './texts/export-texts.ts';
import { itemPage } from './texts/phrases.ts';
import type { ExportCase, ExportWork } from './work.ts';

/** Asks what the check of a line has found; false when there is nothing to ask. */
export function askAboutLine(stage: Stage, { providerType, pricePercent }: ExportWork, met: ExportCase, line: OrderLine): boolean {
  const subject = { line, page: itemPage(line, providerType) };
  const leaveOut: PossibleAnswer = { key: 'leave-out', displayName: exportTexts.leaveOut, answer: { does: 'leave-out', slot: line.slot } };
  switch (met) {
    case 'clean':
    case 'discount-lost':
      return false;
    case 'price-changed': {
      const price = changedPrice(stage.world, line, pricePercent);
      const accept: PossibleAnswer = { key: 'accept', displayName: exportTexts.acceptPrice(price), answer: { does: 'accept-price', slot: line.slot, price } };
      stage.ask(exportTexts.priceChanged(line, providerType, price), [accept, leaveOut], subject);
      return true;
    }
    case 'configuration-missing': {
      // Goods without configurations miss none.
      if (line.configuration.id === '') return false;
      const others = otherConfigurations(stage.world, line).map(
        (configuration): PossibleAnswer => ({
          key: `configuration-${configuration.id}`,
          displayName: exportTexts.takeConfiguration(configuration),
          answer: { does: 'choose-configuration', slot: line.slot, configurationId: configuration.id },
        }),
      );
      stage.ask(exportTexts.configurationMissing(line, providerType), [...others, leaveOut], subject);
      return true;
    }
    case 'item-gone': {
      const stop: PossibleAnswer = { key: 'stop', displayName: exportTexts.stop, answer: { does: 'stop' } };
      stage.ask(exportTexts.itemGone(line, providerType), [leaveOut, stop], subject);
      return true;
    }
  }
}
