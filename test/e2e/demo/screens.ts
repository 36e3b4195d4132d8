import type { Demo } from './demo.ts';
import { openPlace } from './receiving-day.ts';

/** What a new station shows first. */
export async function firstStart(demo: Demo): Promise<void> {
  demo.say('The first start.');
  await demo.page.getByRole('heading').first().waitFor();
  await demo.picture('first-start');
  await demo.page.getByRole('button', { name: 'Connect to OT Platform' }).click();
  await demo.page.getByLabel(/^API address/).waitFor();
  await demo.picture('connect');
}

/** Look up and Settings, and the receive screen dark, in Russian and in Chinese. */
export async function otherLooks(demo: Demo): Promise<void> {
  demo.say('The other screens, themes and languages.');
  const parcel = demo.parcel('several-lines');
  await openPlace(demo, 'Look up');
  await demo.page.getByRole('searchbox').or(demo.page.getByRole('textbox')).first().fill(parcel.waybill);
  await demo.page.getByRole('main').getByRole('region', { name: 'Results' }).getByRole('listitem').first().waitFor();
  await demo.picture('look-up');
  await openPlace(demo, 'Settings');
  await demo.picture('settings');
  await openPlace(demo, 'Receive');
  await demo.scan(parcel.label, 'found');
  for (const [language, theme] of [
    ['ru', 'light'],
    ['zh', 'dark'],
  ] as const) {
    await demo.page.evaluate(async (change) => window.station.settings.change(change), { language, theme });
    await demo.page.locator(`html[lang^="${language}"][data-mantine-color-scheme="${theme}"]`).waitFor();
    await demo.picture(`receive-${language}-${theme}`);
  }
  await demo.page.evaluate(async () => window.station.settings.change({ language: 'en', theme: 'light' }));
  await demo.page.locator('html[lang="en"][data-mantine-color-scheme="light"]').waitFor();
}

/** After closing and starting again everything is still there, and nothing waits to be sent. */
export async function secondStart(demo: Demo): Promise<{ outboxLeft: number }> {
  demo.say('The next start.');
  await demo.untilState('ready');
  const { outbox } = await demo.untilStatus('an empty outbox', ({ outbox: box }) => box.waiting + box.sending === 0);
  await demo.picture('next-start');
  return { outboxLeft: outbox.waiting + outbox.sending + outbox.failed + outbox.setAside };
}
