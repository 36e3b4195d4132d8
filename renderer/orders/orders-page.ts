/** What the place of orders shows. */
export type OrdersPage =
  | { name: 'list' }
  | { name: 'order'; orderId: string }
  /** A draft; without an id a new one. */
  | { name: 'draft'; draftId: string | null }
  /** Everything that was sent from this station. */
  | { name: 'sent-list' }
  /** One that was sent, compared with what OT Platform has made of it. */
  | { name: 'sent'; sentId: string }
  | { name: 'imports' }
  /** A file on its way to becoming a run. */
  | { name: 'import-file' }
  | { name: 'import-run'; runId: string };

export const firstOrdersPage: OrdersPage = { name: 'list' };

/** Goes to a page of the place of orders; every page of it gets this. */
export type GoTo = (page: OrdersPage) => void;
