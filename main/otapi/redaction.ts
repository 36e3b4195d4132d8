/** Takes the secrets of one client out of texts that come from elsewhere, such as a server's description of an error. */
export interface Redaction {
  /** Adds a text that must not be seen any more, such as a new session id. */
  learn(secret: string | null): void;
  clean(text: string): string;
}

/** Shorter ones would blot out half of every text. */
const shortestSessionId = 4;

/** Learns the id of a provider session (section 3.1), which OT Platform gives in any length. */
export function learnSessionId(redaction: Redaction, sessionId: string): void {
  if (sessionId.length >= shortestSessionId) redaction.learn(sessionId);
}

const mask = '***';

export function createRedaction(): Redaction {
  const secrets = new Set<string>();
  return {
    learn(secret) {
      if (!secret) return;
      secrets.add(secret);
      secrets.add(encodeURIComponent(secret));
    },
    clean(text) {
      const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
      return longestFirst.reduce((cleaned, secret) => cleaned.replaceAll(secret, mask), text);
    },
  };
}
