/**
 * What a login needs of the program around it: a window with the provider's page in it, or the browser of the system.
 * The shell makes both; nothing here knows Electron.
 */
export interface LoginSurface {
  /** Opens a window. One at a time: the one before must have been closed. */
  openWindow(request: LoginWindowRequest): LoginWindow;
  /** Opens an http or https address in the browser of the system. Rejects when that did not work. */
  openInBrowser(address: string): Promise<void>;
  /** What the browser of the system shows after the return, in the person's language (texts in a file of main/shell). */
  returnedPage(): { title: string; text: string };
  /** Clears everything that the pages of a partition keep on this computer, and hangs up its connections. */
  clearPartition(partition: string): Promise<void>;
}

/** Where a login comes back to: `https://<host><path>`, with parameters we do not choose. */
export interface ReturnAddress {
  /** A reserved name; nothing is ever asked of it. */
  host: string;
  /** Holds the random state of this one login. A secret while the login lasts. */
  path: string;
}

export interface LoginWindowRequest {
  /** Electron's name of the partition, its own for each provider account (docs/api/session, fromPartition). */
  partition: string;
  /** Where the login begins; https, or in practice http on the loopback interface. */
  address: string;
  returnAddress: ReturnAddress;
  /** Sites that the main frame may show: these names and all below them. The host of `address` is one by itself. */
  sites: readonly string[];
  /** The one origin on this machine that may be reached, that of the practice platform's login site; else null. */
  localOrigin: string | null;
  onEvent: (event: LoginWindowEvent) => void;
}

/**
 * What happens in the window. After one of the last six nothing more is told, and the provider's page is gone; the
 * window itself stays until `close`, so that it can say what is going on.
 */
export type LoginWindowEvent =
  /** A page of the provider is shown. */
  | { kind: 'page'; host: string; isSecure: boolean }
  /** The page wants to go to a site that is not known; it is hidden and stays where it is until a person decides. */
  | { kind: 'stopped'; host: string }
  /** The return address was called, whole as it was; no request for it has left the machine. */
  | { kind: 'returned'; address: string }
  /** An address of the return host was called that is not the one of this login. No request for it has left either. */
  | { kind: 'foreign-return' }
  | { kind: 'closed' }
  | { kind: 'load-failed'; host: string; networkCode: string }
  | { kind: 'certificate'; host: string; networkCode: string }
  | { kind: 'crashed' };

export interface LoginWindow {
  /** In front of everything, with the keyboard. */
  raise(): void;
  /** After `stopped`: shows the page that wanted to leave. */
  goBack(): void;
  /** After `stopped`: goes where the page wanted to go; that host counts as known in this window from now on. */
  goOn(): void;
  /** Takes the window away; tells nothing more. */
  close(): void;
}
