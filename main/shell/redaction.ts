const mark = '[redacted]';

/** Shorter values would blot out half the log; they are caught by the name of their field alone. */
const shortestKnownSecret = 4;

/** Names whose value is a secret, also as the end of a longer name (`operatorPassword`, `customerSessionId`). */
const secretName = String.raw`[\w-]{0,40}(?:instance_?key|session_?id|password|secret|signature|authorization|cookie|access_?token)`;

/** Fields by name, in every form they have on a log line. Group 1 stays, what follows it is replaced. */
const namedFields: readonly { pattern: RegExp; replacement: string }[] = [
  // "password":"..."
  { pattern: new RegExp(String.raw`("${secretName}"\s*:\s*")((?:[^"\\]|\\.)*)`, 'gi'), replacement: `$1${mark}` },
  // \"password\":\"...\" as in text that was turned to JSON before; the value ends at a quote escaped as its first one is
  {
    pattern: new RegExp(String.raw`((\\+)"${secretName}\2"\s*:\s*\2")((?:(?!(?<!\\)\2")[\s\S])*)`, 'gi'),
    replacement: `$1${mark}`,
  },
  // "password":1234, "cookie":["..."], "cookie":{...}
  {
    pattern: new RegExp(String.raw`(\\*"${secretName}\\*"\s*:\s*)(-?\d[\d.eE+-]*|\[[^\]]*\]|\{[^}]*\})`, 'gi'),
    replacement: '$1null',
  },
  // password=... in addresses, forms and plain text
  { pattern: new RegExp(String.raw`(\b${secretName}=)([^&\s"'<>\\]+)`, 'gi'), replacement: `$1${mark}` },
  // Cookie: ... in headers that were written as text
  { pattern: /(\b(?:authorization|set-cookie|cookie):\s*)([^"\\\r\n]+)/gi, replacement: `$1${mark}` },
  // <Password>...</Password> in XML, also with escaped brackets
  {
    pattern: new RegExp(String.raw`((?:<|&lt;)${secretName}(?:>|&gt;))((?:(?!<|&lt;)[\s\S])*)`, 'gi'),
    replacement: `$1${mark}`,
  },
];

/** Takes secrets out of text that is about to be written. */
export interface Redactor {
  /** From now on this value is taken out wherever it turns up, in any of the spellings a log line can have. */
  register(secret: string): void;
  redact(text: string): string;
}

/** Redacts by the values that are known and by the names of fields, so it sees into nested objects, errors and addresses. */
export function createRedactor(): Redactor {
  let known: string[] = [];
  return {
    register(secret) {
      if (secret.length < shortestKnownSecret) return;
      // Longest first, so that no part of a longer secret is left over.
      known = [...new Set([...known, ...spellings(secret)])].sort((a, b) => b.length - a.length);
    },
    redact(text) {
      const withoutKnown = known.reduce((rest, secret) => rest.replaceAll(secret, mark), text);
      return namedFields.reduce((rest, { pattern, replacement }) => rest.replace(pattern, replacement), withoutKnown);
    },
  };
}

/** A secret as it stands in an address, in a form and in XML, each plain, in JSON, and in JSON inside of JSON. */
function spellings(secret: string): string[] {
  const inAddress = encodeURIComponent(secret);
  const inForm = new URLSearchParams([['', secret]]).toString().slice(1);
  const inXml = secret.replace(/[&<>"']/g, (character) => xmlEntities[character] ?? character);
  return [secret, inAddress, inAddress.toLowerCase(), inForm, inXml].flatMap((each) => [each, inJson(each), inJson(inJson(each))]);
}

const xmlEntities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
