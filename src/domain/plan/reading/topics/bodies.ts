import type { Topic } from '../topics.ts'

type Row = readonly [
  id: string,
  zh: string,
  en: string,
  wordsZh: readonly string[],
  wordsEn: readonly string[],
]

/** Countries and bodies that a committee works with; those written in capitals are found in no other spelling. */
const rows: readonly Row[] = [
  ['us', '美国', 'United States', ['美国'], ['US', 'U.S.', 'USA', 'united states', 'american']],
  ['eu', '欧盟', 'European Union', ['欧盟'], ['EU', 'E.U.', 'european union', 'european commission']],
  ['jp', '日本', 'Japan', ['日本'], ['japan', 'japanese']],
  ['kr', '韩国', 'Korea', ['韩国'], ['korea', 'korean']],
  ['gb', '英国', 'United Kingdom', ['英国'], ['UK', 'U.K.', 'united kingdom', 'british']],
  ['de', '德国', 'Germany', ['德国'], ['germany', 'german']],
  ['fr', '法国', 'France', ['法国'], ['france', 'french']],
  ['ru', '俄罗斯', 'Russia', ['俄罗斯'], ['russia', 'russian']],
  ['sg', '新加坡', 'Singapore', ['新加坡'], ['singapore']],
  ['ca', '加拿大', 'Canada', ['加拿大'], ['canada', 'canadian']],
  ['au', '澳大利亚', 'Australia', ['澳大利亚'], ['australia', 'australian']],
  ['in', '印度', 'India', ['印度'], ['india', 'indian']],
  ['br', '巴西', 'Brazil', ['巴西'], ['brazil', 'brazilian']],
  ['iso', '国际标准化组织', 'ISO', ['国际标准化组织'], ['ISO']],
  ['iec', '国际电工委员会', 'IEC', ['国际电工委员会'], ['IEC']],
  ['itu', '国际电信联盟', 'ITU', ['国际电信联盟', '国际电联'], ['ITU', 'ITU-T']],
  ['cen', '欧洲标准化委员会', 'CEN', ['欧洲标准化委员会'], ['CEN', 'CENELEC']],
  ['etsi', '欧洲电信标准化协会', 'ETSI', ['欧洲电信标准化协会'], ['ETSI']],
  ['ietf', '互联网工程任务组', 'IETF', ['互联网工程任务组'], ['IETF']],
  ['ieee', '电气与电子工程师协会', 'IEEE', ['电气与电子工程师协会'], ['IEEE']],
  ['asean', '东盟', 'ASEAN', ['东盟'], ['ASEAN']],
  ['apec', '亚太经合组织', 'APEC', ['亚太经合组织'], ['APEC']],
  ['brics', '金砖国家', 'BRICS', ['金砖国家', '金砖'], ['BRICS']],
  ['sco', '上合组织', 'Shanghai Cooperation Organisation', ['上合组织', '上海合作组织'], ['SCO']],
]

/** Countries and bodies, each named after itself. */
export const bodies: readonly Topic[] = rows.map(([id, zh, en, wordsZh, wordsEn]) => ({
  id,
  names: { zh, en },
  words: { zh: wordsZh, en: wordsEn },
}))
