import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.layer.css';
import { createQueryClient, queryKeys } from './bridge/queries.ts';
import { station, unwrap } from './bridge/station.ts';
import { startTexts } from './i18n/index.ts';
import './ui/tokens.css';
import './ui/mantine-variables.css';
import './ui/base.css';
import { ErrorBoundary } from './ui/error-boundary.tsx';

/**
 * Draws a page into its element `root`. Reads the settings before the first picture, so that nothing flashes in another
 * language or theme.
 */
export async function startPage(page: ReactNode): Promise<void> {
  const client = createQueryClient();
  const settings = await unwrap(station().settings.read({})).catch(() => null);
  if (settings) client.setQueryData(queryKeys.settings, settings);
  await startTexts(settings?.language ?? 'en');
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element with the id "root"');
  createRoot(root).render(
    <ErrorBoundary>
      <QueryClientProvider client={client}>{page}</QueryClientProvider>
    </ErrorBoundary>,
  );
}
