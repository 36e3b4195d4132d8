/** A session with this left, or less, is said to end soon; milliseconds. */
const endsSoonMs = 2 * 3_600_000;

const hourMs = 3_600_000;

/** When a session ends, by the lifetime that its provider is taken to give: OT Platform tells none (reference 3.1). */
export function endOfSession(obtainedAt: number, lifetimeHours: number): number {
  return obtainedAt + lifetimeHours * hourMs;
}

/** True when a round would take the account now: no session, or less left than a round asks for. */
export function needsLogin(endsAt: number | null, now: number, roundHours: number): boolean {
  return endsAt === null || endsAt - now < roundHours * hourMs;
}

/** How much has to be said of a session by now: 0 nothing, 1 that it ends soon, 2 that it has ended. */
export function warningDue(endsAt: number, now: number): 0 | 1 | 2 {
  if (now >= endsAt) return 2;
  return endsAt - now <= endsSoonMs ? 1 : 0;
}

/** When `warningDue` changes next; null when it does no more. */
export function nextWarningAt(endsAt: number, now: number): number | null {
  if (now >= endsAt) return null;
  return endsAt - now <= endsSoonMs ? endsAt : endsAt - endsSoonMs;
}
