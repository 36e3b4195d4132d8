/** More than any instance has, and still exact to the hundredth. */
const mostHundredths = 999_999_999_999_999;

/**
 * An amount of money as it is sent (section 1.1: a dot, no grouping), rounded to 2 places: 0.1 + 0.2 is `0.3`. Throws
 * `RangeError` unless it is more than 0 and of ordinary size, then.
 */
export function amountText(amount: number): string {
  const hundredths = Math.round(Number((amount * 100).toPrecision(15)));
  if (!(hundredths > 0 && hundredths <= mostHundredths)) {
    throw new RangeError('An amount that is sent to OT Platform must be more than 0 and of ordinary size.');
  }
  const whole = Math.floor(hundredths / 100);
  const rest = String(hundredths % 100).padStart(2, '0').replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}
