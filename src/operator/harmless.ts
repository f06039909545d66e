const controls = /\p{Cc}/gu

/** Text from files and people without what a terminal would take for a command to itself; lines stay lines. */
export function harmless(text: string): string {
  return text.replace(controls, (character) =>
    character === '\n' || character === '\t' ? character : '\ufffd',
  )
}
