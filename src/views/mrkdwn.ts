/**
 * Text from outside, made harmless in Slack's mrkdwn: it can neither ping a channel nor hide a link.
 * The three replacements are Slack's own rule.
 */
export function escapeMrkdwn(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Any space but single blanks between words. */
const unevenSpace = / \s|[^\S ]/u

/**
 * Text from outside, made harmless, on one line and at most `longest` characters long, the entities that escaping
 * adds among them: Slack counts those too.
 */
export function brief(text: string, longest: number): string {
  const line = unevenSpace.test(text) ? text.replace(/\s+/gu, ' ') : text
  const whole = escapeMrkdwn(line)
  if (whole.length <= longest) return whole
  let kept = ''
  for (const character of line) {
    const next = escapeMrkdwn(character)
    if (kept.length + next.length >= longest) break
    kept += next
  }
  return `${kept}…`
}

/** At most `longest` characters as Slack counts them, the last one an ellipsis where something was left out. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  // A character of two units is kept whole or left out, and so is one that was escaped.
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$|&[a-z]{0,3}$/, '')}…`
}

/** A link whose label comes from outside and is harmless already. `url` must have been checked to be one. */
export function link(url: string, label: string): string {
  return `<${escapeMrkdwn(url).replaceAll('|', '%7C')}|${label}>`
}
