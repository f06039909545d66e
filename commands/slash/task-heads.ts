/** Who may be meant to do it, each by the words that name them, and what is to be done then. */
type Headed = { who: readonly string[]; task: string }

const beforeColon = /^(?:(?:to|for)\s+|[给请由让])?\s*(?<who>[^:：]{1,80}?)\s*[:：]\s*(?<task>\S.*)$/su
const conjunction = String.raw`\s*(?:[,，、;；&＆+＋]|以及|[和与及]|(?<!\p{L})and(?!\p{L}))\s*(?:and\s+)?`
const betweenNames = new RegExp(conjunction, 'iu')

/** Whom the caller can mean without a name; Chinese goes on without a blank: `由我国专家…` names nobody. */
const oneself = String.raw`(?:me|myself)(?![\p{Script=Latin}\d_'’-])|(?:我|本人|自己)(?=\s|[,，:：]|负责|来)`
const mention = '<@[^>]+>'
/** What a name's letters stand apart by, however it is written on record. */
const loose = String.raw`[\s·•.’'-]*`
/** Another name, or a mention, next to the one before. */
const joint = String.raw`(?:${conjunction}|\s+(?=[@＠]|<@))`

const english = /^(?:to|for)\s+/iu
/** Before whoever is to do it; `给` says more often to whom something is sent, and counts before a mention alone. */
const chinese = /^(?:请|由|让|交由|安排|麻烦)\s*/u
const chineseGiving = /^给\s*(?=<@)/u
/** What is to be done begins in lower case: `WG8 to ISO liaison` is no task of WG8. */
const toDo = /^\s*[,，]?\s*to\s+(?<task>[\p{Ll}\p{Script=Han}].*)$/su
const colon = /^\s*[:：]\s*(?<task>\S.*)$/su
const rest = /^\s*[,，]?\s*(?:to\s+)?(?<task>.*)$/su
const takesCare = /^\s*负责(?![人的])/u
/** `示例茉莉的团队`, `由示例茉莉牵头的项目`: the name only tells which. */
const tellsWhich = /^\s*(?:的|\p{Script=Han}{2}的)/u
/** Somebody else is to do it as well, whom nobody knows: `请示例茉莉和大家…`. With `与` it is said with whom. */
const goesOn = /^\s*(?:[,，]?\s*and(?!\p{L})|[、&＆+＋]|以及|[和及])/iu
const courtesy = /^(?:(?:please|pls|kindly)\s+|[请来]\s*(?=\p{L})|负责(?![人的])\s*)+/iu

/**
 * `jasmine: write a summary`, `jasmine to write a summary`, `@jasmine write a summary`, `请示例茉莉撰写摘要`: what may be a name, or
 * several, before what is to be done, the likeliest first. Only what the text begins with is one. `names` are those by which
 * people, organisations and groups are called; without a colon no other word is taken for a name.
 */
export function taskHeads(text: string, names: readonly string[]): Headed[] {
  const { who = '', task = '' } = beforeColon.exec(text)?.groups ?? {}
  const parts = who.split(betweenNames).filter((part) => part !== '')
  return [
    ...(who === '' ? [] : [{ who: [who.trim()], task }]),
    ...(parts.length > 1 ? [{ who: parts, task }] : []),
    // "@Jasmine Sample", typed out, arrives as a mention and the rest of the name.
    ...[lastNames(names), []].flatMap((tails) => namedFirst(text, patternOf(names, tails)) ?? []),
  ]
}

function namedFirst(text: string, name: string): Headed | undefined {
  const said = chinese.exec(text)?.[0] ?? chineseGiving.exec(text)?.[0]
  const before = said ?? english.exec(text)?.[0] ?? ''
  const plain = text.slice(before.length)
  const { who, behind } = listFirst(plain, name)
  if (who.length === 0) return undefined
  const task = taskBehind(behind, { isAsked: said !== undefined, isMarked: /^(?:[@＠]|<@)/u.test(plain) })
  const isName = task !== undefined && new RegExp(`^${name}`, 'iu').test(task)
  return task === undefined || isName ? undefined : { who, task: task.replace(courtesy, '') }
}

function listFirst(text: string, name: string): { who: string[]; behind: string } {
  const who: string[] = []
  let behind = text
  for (;;) {
    const next = new RegExp(`^${who.length === 0 ? '' : joint}(?<one>${name})`, 'iu').exec(behind)
    if (next === null) return { who, behind }
    who.push((next.groups?.one ?? '').trim())
    behind = behind.slice(next[0].length)
  }
}

function taskBehind(behind: string, { isAsked, isMarked }: { isAsked: boolean; isMarked: boolean }) {
  const told = (colon.exec(behind) ?? toDo.exec(behind))?.groups?.task
  if (told !== undefined) return told
  if (goesOn.test(behind)) return undefined
  if (isMarked) return rest.exec(behind)?.groups?.task
  const isOwners = takesCare.test(behind) || (isAsked && behind.trim() !== '' && !tellsWhich.test(behind))
  return isOwners ? rest.exec(behind)?.groups?.task : undefined
}

/** A mention, with one of `tails` behind it or without, or one of the names, with or without `@`; the longest counts. */
function patternOf(names: readonly string[], tails: readonly string[]): string {
  const tail = tails.length === 0 ? '' : String.raw`\s+(?:${tails.map(asTyped).join('|')})`
  const called = [...new Set(names)].filter((one) => one.trim() !== '').sort((a, b) => b.length - a.length)
  return `(?:${[`${mention}${tail}`, ...called.map((one) => `[@＠]?${asTyped(one)}`), oneself].join('|')})`
}

function asTyped(name: string): string {
  const letters = Array.from(name.replaceAll(/[\s·•.’'-]+/gu, ''), (letter) =>
    letter.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`),
  )
  const edge = /[\p{Script=Latin}\d]$/u.test(name) ? String.raw`(?![\p{Script=Latin}\d_'’-])` : ''
  return `${letters.join(loose)}${edge}`
}

/** What stands behind the first word of a name. */
function lastNames(names: readonly string[]): string[] {
  return names.flatMap((name) => /^\p{Script=Latin}+\s+(\p{Script=Latin}.*)$/u.exec(name.trim())?.[1] ?? [])
}
