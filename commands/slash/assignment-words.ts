import { UserError } from '../../src/contract/errors.ts'
import { longestReason } from '../../src/domain/goal/deciding.ts'
import { typed } from '../submissions/given.ts'

/** An assignment's short name, and what is said about it. */
export type NamedWords = { name: string; said: string }

/** A reason; empty where none was typed. */
export type WhyWords = { name: string; why: string }

/** Full-width letters are typed as well. Chinese may follow a short name without a blank. */
const shortName = /^[a-z0-9ａ-ｚＡ-Ｚ０-９](?:[\w.－-]|[ａ-ｚＡ-Ｚ０-９])*/iu
/** What stands between the name and what is said. */
const between = /^[\s,，、;；:：]+/u
const because = /(?:^|\s|(?<=[\p{Script=Han}\d日）)，,]))(?:because(?![a-z])|因为|因|理由|原因)\s*[:：]?\s*/iu
const beforeWhom = /^(?:(?:on\s+)?to(?![a-z])|给|至|由)\s*/iu
const beforeCause =
  /^(?:by|on|for|is|waits?|waiting)(?:\s+(?:by|on|for))?(?![a-z])\s*|^(?:正在)?(?:等待|等候|等|被|由)\s*/iu
/** Behind these somebody is named also where no reason follows. */
const beforeParty =
  /^(?:(?:(?:is\s+)?(?:waits?|waiting)\s+(?:on|for)|by)(?![a-z])|(?:正在)?(?:等待|等候|等|被|由))\s*/iu
/** A group by its code, or a mention. */
const clearParty = /^(?:(?:(?:s?wg|sg|tc)[-\s]?\d{1,3}|swg[-\s]?[a-z]{2,6})(?![\w-])|<@[^>]+>)/iu
/** `by the missing draft`, `by wg8-02`, `by 3 December`: what holds it up is a thing. */
const noParty = /^(?:(?:the|an?|our|my|their|its|missing|lack|lacking)(?![a-z])|[a-z]+\d+-\d|\d)/iu

/** `a7 half of it is written`, in either language; the name is empty where none was typed. */
export function parseNamed(text: string): NamedWords {
  const plain = typed(text)
  const found = shortName.exec(plain)?.[0] ?? /^\S*/u.exec(plain)?.[0] ?? ''
  return {
    name: found.normalize('NFKC').replace(/[.:-]+$/u, ''),
    said: plain.slice(found.length).replace(between, '').trim(),
  }
}

/** `a7 because …`, `a7因为…`: all that is said is the reason, with its word or without. @throws UserError for one too long */
export function parseWhy(text: string): WhyWords {
  const { name, said } = parseNamed(text)
  const { before, why } = withoutReason(said)
  return { name, why: fitting(before === '' ? (why ?? '') : said) }
}

/** `a7 half of it is written`. @throws UserError for news too long */
export function parseNews(text: string): { name: string; news: string } {
  const { name, said } = parseNamed(text)
  return { name, news: fitting(said) }
}

/** `a7 to @person because …`: to whom, in words. */
export function parseGiving(text: string): { name: string; whom: string; why?: string } {
  const { name, said } = parseNamed(text)
  const { before, why } = withoutReason(said)
  const whom = before.replace(beforeWhom, '').trim()
  return { name, whom, ...(why !== undefined && why !== '' && { why: fitting(why) }) }
}

/**
 * `a7 by WG3 because …`, `a7 by WG3: …`, `a7 等WG3的数据`: what holds it up, and for whom it waits where that is said first.
 * The reason is empty where none was typed.
 */
export function parseBlocking(text: string): { name: string; why: string; whom?: string } {
  const { name, said } = parseNamed(text)
  const { before, why } = withoutReason(said)
  const waited = waitedFor(before)
  if (waited !== undefined) {
    const { whom, told } = waited
    return { name, why: fitting(told === '' ? (why ?? '') : said.slice(said.indexOf(told))), whom }
  }
  if (why === undefined || before === '') return { name, why: fitting(why ?? said) }
  const whom = before.replace(beforeCause, '').trim()
  if (whom === before || whom === '') return { name, why: why === '' ? '' : fitting(said) }
  return { name, why: fitting(why), whom }
}

/** For whom it waits where that is clear without a reason, and what is said of it besides. */
function waitedFor(said: string): { whom: string; told: string } | undefined {
  const word = beforeParty.exec(said)?.[0]
  if (word === undefined) return undefined
  const behind = said.slice(word.length)
  const clear = clearParty.exec(behind)?.[0]
  if (clear !== undefined) {
    const rest = behind.slice(clear.length).trim()
    const told = rest === '' || between.test(rest) ? rest.replace(between, '') : said
    return { whom: clear, told }
  }
  if (!/^by/iu.test(word) || noParty.test(behind)) return undefined
  const whom = /^[^,，、;；:：]+/u.exec(behind)?.[0] ?? ''
  return whom === ''
    ? undefined
    : { whom: whom.trim(), told: behind.slice(whom.length).replace(between, '').trim() }
}

/** What stands before a reason, and the reason; empty where its word stands there and nothing behind it. */
export function withoutReason(said: string): { before: string; why?: string } {
  const found = because.exec(said)
  if (found === null) return { before: said }
  const why = said.slice(found.index + found[0].length).trim()
  return {
    before: said
      .slice(0, found.index)
      .replace(/[\s,，、;；]+$/u, '')
      .trim(),
    why,
  }
}

/** A reason or news. @throws UserError where it is too long */
export function fitting(text: string): string {
  if (text.length > longestReason)
    throw new UserError('modal.too-long', { length: text.length, longest: longestReason })
  return text
}
