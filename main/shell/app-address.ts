/** Our pages live on their own scheme, so that no web page and no file can be taken for one of them. */
export const appScheme = 'station';
const appHost = 'app';

/** Address of a page or file of ours. */
export function appAddress(path: string): string {
  return `${appScheme}://${appHost}/${path}`;
}

/** True for an address of our scheme and host. */
export function isOurPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.port === '';
}

/** All that a log may have of an address: paths and queries of a login hold secrets. */
export function originOf(address: string): string {
  const url = URL.parse(address);
  return url === null ? '' : `${url.protocol}//${url.host}`.slice(0, 300);
}
