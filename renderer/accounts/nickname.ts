/** Longest name that main takes (preload/contract/accounts.ts). */
export const maximumNickname = 100;

/**
 * A mobile number of China instead of a nickname: providers let people log in with it, but list the account under its
 * nickname, so that the two would never be found to be one.
 */
export function looksLikePhoneNumber(typed: string): boolean {
  return /^(?:\+?86|0086)?\d{11}$/.test(typed.replaceAll(/[\s-]/g, ''));
}
