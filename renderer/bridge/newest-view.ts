import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** A whole view that main counts: an answer may reach a page after an event that tells of something newer. */
interface CountedView {
  revision: number;
}

/** The newer one of a view and of what the pages have under the key. */
export function newestView<View extends CountedView>(client: QueryClient, key: QueryKey, view: View): View {
  const known = client.getQueryData<View>(key);
  return known !== undefined && known.revision > view.revision ? known : view;
}

/** Takes a view over, unless what the pages have is newer. */
export function takeNewest(client: QueryClient, key: QueryKey, view: CountedView): void {
  client.setQueryData(key, newestView(client, key, view));
}
