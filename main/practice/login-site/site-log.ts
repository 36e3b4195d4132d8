import { RecentLog } from '../recent-log.ts';

/** One request that reached the login site, without its query, form and the values of its cookies. */
export interface LoginSiteRequest {
  /** When, ISO 8601 in UTC. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** The `Host` header as it came. */
  readonly host: string;
  readonly userAgent: string;
  readonly cookieNames: readonly string[];
  /** The HTTP status of the answer. */
  readonly status: number;
}

/** Names that one counts; everything else that was asked for is counted together. */
const OTHER = 'other';

/** Who came to the login site, counted by method and path, such as `GET /taobao/login`; those to nowhere as `other`. */
export class LoginSiteLog extends RecentLog<LoginSiteRequest> {
  /** `isKnown`: whether the site has such a path. */
  add(request: LoginSiteRequest, isKnown: boolean): void {
    this.keep(request, isKnown ? `${request.method} ${request.path}` : OTHER);
  }
}
