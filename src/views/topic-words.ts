import { type Language, nameIn } from '../domain/language/rules.ts'
import { knownTopics } from '../domain/plan/reading/topics.ts'

const names = new Map(knownTopics.map((topic) => [topic.id, topic.names]))

/** A topic as people call it; one that is not known is called by its own words. */
export function topicInWords(topic: string, language: Language): string {
  const known = names.get(topic)
  return known === undefined ? topic : nameIn(known, language)
}
