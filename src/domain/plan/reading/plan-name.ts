const english =
  /\b(?:(?:key|main|annual)\s+)*(?:work(?:ing)?\s+(?:points|priorities|plan|programme|program|items)|(?:annual|action|business|strategic)\s+(?:plan|programme|program)|(?:key|main)\s+points|(?:key|main)\s+areas\s+of\s+work|work\s+focus|program(?:me)?\s+of\s+work|priorities)\b/i
const chinese =
  /(?:工作|重点|任务|标准化)?要点|(?:工作|年度|行动|重点|实施|任务)(?:计划|规划|安排|方案|部署)|工作(?:打算|思路)|重点(?:工作|任务)|年度(?:工作|任务)/

/** Whether words name a plan: `工作要点`, `Annual Key Working Points`. */
export function namesPlan(text: string): boolean {
  return english.test(text) || chinese.test(text)
}

const aims = /\b(?:objectives|goals|targets|commitments)\b|目标/i

/** Whether words name what is aimed at, as the titles of plans do, and of much else: `Strategic Objectives 2026`. */
export function namesAims(text: string): boolean {
  return namesPlan(text) || aims.test(text)
}

const surely =
  /要点|(?:工作|年度|行动)(?:计划|规划)|重点任务|(?:工作|任务)(?:安排|部署)|工作(?:打算|思路)|(?:工作|行动|实施)方案/

/** Whether words name a plan even beside such as name something else: `2025年工作总结和2026年工作要点`. */
export function surelyNamesPlan(text: string): boolean {
  return english.test(text) || surely.test(text)
}

const phrases = [
  /《([^》]{0,60}(?:要点|计划|安排|方案|任务)[^》]{0,10})》/,
  /((?:20\d{2}|二[〇○零]\S{2})\s*年度?[^，。；、：《》\s]{0,30}(?:要点|工作计划|工作安排|工作方案))/,
  /[“"]([^”"]{0,60}(?:points|priorities|plan|programme|program|focus)\b[^”"]{0,60})[”"]/i,
  /\b((?:20\d{2}\s+)?(?:Annual\s+|Key\s+|Main\s+)*(?:Work(?:ing)?|Action|Business)\s+(?:Points|Priorities|Plan|Programme|Program|Items)(?:\s+(?:for\s+|of\s+)?(?:the\s+year\s+)?20\d{2})?)\b/,
]

/** The words of a text that name a plan; undefined where none do. */
export function planNamed(text: string): string | undefined {
  for (const phrase of phrases) {
    const name = phrase.exec(text)?.[1]
    if (name !== undefined) return name
  }
  return undefined
}
