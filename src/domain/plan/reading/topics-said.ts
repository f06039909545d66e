import { knownTopics } from './topics.ts'

/** Between names that somebody lists. */
const between = /[\n,，、;；]+/u

/** The ids of the topics that somebody lists by id or name in either language; words that name none stand for themselves. */
export function topicsSaid(text: string): string[] {
  const said = text
    .normalize('NFKC')
    .split(between)
    .map((word) => word.replaceAll(/\s+/gu, ' ').trim())
    .filter((word) => word !== '')
  return [...new Set(said.map(topicCalled))]
}

function topicCalled(word: string): string {
  const plain = word.toLowerCase()
  const known = knownTopics.find(({ id, names }) =>
    [id, names.zh, names.en].some((name) => name?.normalize('NFKC').toLowerCase() === plain),
  )
  return known?.id ?? plain
}
