/** What is written in place of a secret. */
const blank = '[redacted]'

/** Each keeps what tells the secret's kind, and loses the rest. Values of JSON stay values of JSON. */
const patterns: [RegExp, string][] = [
  // Slack's tokens: xoxb-, xoxp-, xoxe.xoxp-, xapp-.
  [/\b(x(?:ox[a-z]|app)(?:\.xox[a-z])?-)[A-Za-z0-9-]+/g, `$1${blank}`],
  // Who knows a response URL or a webhook can speak as the bot.
  [/(https:\/\/hooks\.slack(?:-gov)?\.com\/)[^\s"'\\<>)]+/g, `$1${blank}`],
  // postgres://user:password@host; a password may hold an "@".
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/"]*:)[^\s/"]+@/gi, `$1${blank}@`],
  [/\b(Bearer\s+)[A-Za-z0-9._~+/=-]+/gi, `$1${blank}`],
  [/("[a-z_-]*(?:password|secret|authorization|cookie|token)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi, `$1"${blank}"`],
]

/**
 * Makes a function that takes the secrets out of a line: those whose form betrays them, and each of `known`, such as
 * the signing secret, which looks like any other 32 letters.
 */
export function redact(known: readonly string[] = []): (line: string) => string {
  // As they stand, and as JSON writes them. A very short one would blank out words.
  const exact = known
    .filter((secret) => secret.length >= 6)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .sort((a, b) => b.length - a.length)
  return (line) => {
    let clean = line
    for (const secret of exact) clean = clean.replaceAll(secret, blank)
    for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement)
    return clean
  }
}
