/** A text as its writer typed it: Slack escapes these three characters, and nothing else, in what it sends. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
