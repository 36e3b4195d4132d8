import { nameOfStatus } from './status-names.ts';

/** The parts of a SELECT that gives `LineRow`s. The table of lines has to be called `line` in it. */
export const lineColumns = `
  line.*,
  ${nameOfStatus('line', 'line.status_id')} AS status_name_now,
  purchase.display_id AS order_display_id,
  purchase.customer_name AS order_customer_name,
  purchase.customer_comment AS order_customer_comment`;

/** Joins what is known of each line's order. */
export const withOrder = 'LEFT JOIN cache.orders purchase ON purchase.order_id = line.order_id';
