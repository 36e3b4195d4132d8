/** How a host name is set in the bar of the login window, so that it is always there in full. */
export type HostSize = 'usual' | 'long' | 'longest';

export function hostSize(host: string): HostSize {
  if (host.length <= 36) return 'usual';
  return host.length <= 80 ? 'long' : 'longest';
}
