import { longestOf, lookup, matchesIn } from './phrases.ts'
import { asPrinted, type PrintedText } from './printed-text.ts'

/** Behind it `紧急` is a part of what a standard is about: `紧急停机标准`. */
const emergencies = [
  ...[
    '停机',
    '停车',
    '制动',
    '呼叫',
    '救援',
    '救助',
    '疏散',
    '切断',
    '关断',
    '联络',
    '按钮',
    '开关',
    '出口',
    '避险',
  ],
  ...[
    '通信',
    '医疗',
    '预警',
    '广播',
    '停止',
    '停产',
    '处置',
    '响应',
    '电源',
    '照明',
    '撤离',
    '报警',
    '状态',
    '程序',
  ],
].map((what) => `紧急${what}`)

const phrases = lookup([
  // Of words as long, those that only sound urgent are meant.
  [
    false,
    {
      zh: [
        '优先级',
        '优先权',
        '加速卡',
        '加速器',
        '加速库',
        '紧急情况',
        '紧急事件',
        '应急需',
        ...emergencies,
      ],
      en: [
        'accelerator*',
        'hardware acceleration',
        'acceleration card*',
        'acceleration hardware',
        'urgent care',
      ],
    },
  ],
  [
    true,
    {
      zh: [
        '急需',
        '亟需',
        '急用',
        '亟待',
        '紧急',
        '加快',
        '加紧',
        '加速',
        '尽快',
        '尽早',
        '抓紧',
        '优先',
        '立即',
        '限期',
      ],
      en: [
        'urgent*',
        'as a matter of urgency',
        'urgently needed',
        'urgently required',
        'accelerat*',
        'expedit*',
        'as soon as possible',
        'without delay',
        'speed* up',
        'faster',
        'priorit*',
      ],
    },
  ],
])

/** The words that say that something is urgent, as they are printed. */
export function urgencyWords(text: PrintedText): string[] {
  const found = longestOf(matchesIn(text, phrases)).filter(({ value }) => value)
  return [...new Set(found.flatMap(({ parts }) => parts.map((part) => asPrinted(text, part))))]
}
