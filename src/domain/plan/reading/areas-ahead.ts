import type { DocumentArea } from './document.ts'
import { yearsIn } from './plan-year.ts'

/** What an area that looks back is called: `2025年工作总结`, `Review of 2025`. */
const looksBack =
  /(?:总结|回顾|(?:完成|开展|进展|落实|执行)情况|成效|成绩|(?:主要|重点)?工作完成)$|(?<!(?:遗留|剩余|未完成|后续|结转)的?)工作$|\b(?:review|summary|report|results|achievements|progress|overview|activities|work done)\b/i
const yearBehind = /(?:上一?年度?|去年|过去(?:的)?一年)|\b(?:last|the past|the previous) year\b/i
/** What follows on a look back, and asks for nothing either. */
const ofPast =
  /^(?:当前)?(?:工作中)?(?:存在|面临)的?(?:主要|突出)?(?:问题|困难|不足|挑战|困难和问题|问题和不足|问题与不足)$|^(?:主要|突出)?(?:问题|不足)(?:[和与及](?:问题|不足|困难))?$|^(?:(?:remaining |open |main )?(?:problems|shortcomings|difficulties|lessons learn(?:ed|t)))$/i

/**
 * The areas of a plan without those before them that look back on an earlier year: a report of what was done and a plan
 * are often one document. All of them, where nothing would be left.
 */
export function areasAhead(areas: readonly DocumentArea[], year: number): DocumentArea[] {
  const isBack = ({ title }: DocumentArea) =>
    looksBack.test(title) && (yearBehind.test(title) || isEarlier(yearsIn(title), year))
  let count = Math.max(
    0,
    areas.findIndex((area) => !isBack(area)),
  )
  if (count > 0) while (ofPast.test(areas[count]?.title ?? '')) count += 1
  const ahead = areas.slice(count)
  return ahead.length === 0 || count === 0 ? [...areas] : ahead.map(numberedFrom1)
}

function isEarlier(years: readonly number[], year: number): boolean {
  return years.length > 0 && years.every((one) => one < year)
}

function numberedFrom1(area: DocumentArea, at: number): DocumentArea {
  const number = at + 1
  const points = area.points.map((point) => ({
    ...point,
    number: `${number}${point.number.slice(`${area.number}`.length)}`,
  }))
  return { ...area, number, points }
}
