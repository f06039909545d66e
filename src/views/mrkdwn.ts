/**
 * Text from outside, made harmless in Slack's mrkdwn: it can neither ping a channel nor hide a link.
 * The three replacements are Slack's own rule.
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** At most `longest` characters, the last one an ellipsis where something was left out. */
export function shorten(text: string, longest: number): string {
  const characters = [...text]
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}

/** A link whose label comes from outside. `url` must have been checked to be one. */
export function link(url: string, label: string): string {
  return `<${escapeMrkdwn(url).replaceAll('|', '%7C')}|${escapeMrkdwn(label)}>`
}
