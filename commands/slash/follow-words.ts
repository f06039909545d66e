import { UserError } from '../../src/contract/errors.ts'
import { mostFollowed } from '../../src/domain/follow/rules.ts'
import type { FollowOutcome } from '../../src/domain/follow/service.ts'

/** What a person wants to follow, or to follow no more: a topic, or what a standard is called. */
export type FollowWords = { topic: string } | { query: string }

/**
 * `topic:data-security`, `主题：…`, or a standard in any of its names.
 * @throws UserError where nothing is named
 */
export function readFollowed(text: string): FollowWords {
  const topic = /^(?:topics?|主题|专题)\s*[:：]\s*(.*)$/isu.exec(text.trim())?.[1]
  if (topic === '' || text.trim() === '') throw new UserError('follow.ask')
  return topic === undefined ? { query: text.trim() } : { topic }
}

/** @throws UserError where the member follows as much as anybody can */
export function checkFollowed(outcome: FollowOutcome): void {
  if (!outcome.ok) throw new UserError('follow.too-many', { most: mostFollowed })
}
