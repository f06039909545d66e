import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hasChromium, launchChromium } from './chromium.ts'
import { type Seat, takeSeat } from './seat.ts'
import { type StartedRapporteur, startedRapporteur } from './started-rapporteur.ts'

describe.runIf(hasChromium('tests/browser/days.test.ts'))("people's days with Rapporteur", () => {
  let rapporteur: StartedRapporteur
  let browser: Browser
  let dataDir: string
  let seats: Seat[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'rapporteur-days-'))
    ;[rapporteur, browser] = await Promise.all([startedRapporteur(dataDir), launchChromium()])
  })
  afterEach(async () => {
    await Promise.all(seats.map((seat) => seat.leave()))
    seats = []
    expect(complaints.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await rapporteur?.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  async function sit(name: string, locale = 'en-GB'): Promise<Seat> {
    const seat = await takeSeat(browser, rapporteur.url, name, { locale, complaints })
    seats.push(seat)
    return seat
  }

  it('a member looks a standard up, sees what she owes, and is told who acknowledges', async () => {
    const member = await sit('示例茉莉', 'zh-CN')
    const { page, box } = member
    expect(await member.channels.allTextContents()).toEqual(['wg8-data-security', 'Rapporteur'])
    await member.open('wg8-data-security')
    await member.headed(/^WG8 数据安全工作组 · 截至.*周五的一周$/).waitFor()
    const reminder = member.headed(/^WG8 数据安全工作组 · .*周一提醒$/)
    await reminder.getByText('核对数据安全风险评估方法与等级保护测评要求的术语').waitFor()

    const card = await member.answerTo(async () => {
      await box.pressSequentially('/sta')
      await page.getByRole('option', { name: '/standard' }).waitFor()
      await page.keyboard.press('Tab')
      expect(await box.inputValue()).toBe('/standard ')
      await page.keyboard.type('GB/T 43697')
      await page.keyboard.press('Enter')
    })
    await card.getByText('数据安全技术 数据分类分级规则').waitFor()
    expect(await card.innerText()).toMatch(/状态\s+现行.*所属工作组\s+WG8 数据安全工作组/s)

    const hits = await member.type('/standard 密码')
    expect(await hits.innerText()).toMatch(/^“密码”有 \d+ 项匹配/m)
    await hits.getByRole('button', { name: '查看 GB/T 32907-2016' }).click()
    await hits.getByText('所属工作组').waitFor()
    expect(await hits.innerText()).toContain('GB/T 32907-2016\n信息安全技术 SM4分组密码算法')
    expect(await hits.getByRole('button', { name: /^查看/ }).count()).toBe(0)

    const guesses = await member.type('/standard GB/T 43679')
    await guesses.getByText('记录中没有“GB/T 43679”。您要找的是不是：').waitFor()
    await guesses.getByRole('button', { name: '查看 GB/T 43697-2024' }).waitFor()

    const owed = await member.type('/assignments')
    expect(await owed.innerText()).toMatch(
      /您有 3 项待办任务.*• 反馈数字证书格式标准的应用问题 — 假想银行 · .* · WG4.*• 提交GB\/T 35273复审的书面意见 — 截止 .* · WG8/s,
    )

    const refused = await member.answerTo(() => reminder.getByRole('button', { name: '确认收到' }).click())
    await refused.getByText('这一步由 WG8 的组长或副组长完成：示例清荷、示例黄鹂。').waitFor()
    await reminder.getByRole('button', { name: '确认收到' }).waitFor()

    const help = await member.type('/rapporteur help')
    for (const command of ['/standard GB/T 43697', '/assignments 逾期', '/wg 日程 提醒 周一 9:00'])
      await help.getByText(command, { exact: true }).waitFor()

    await page.locator('.rail-entry', { hasText: 'Rapporteur' }).click()
    await page.getByRole('tab', { name: '主页' }).click()
    await page.getByRole('heading', { name: '全国网络安全标准化技术委员会' }).waitFor()
    await page.getByText('提交GB/T 35273复审的书面意见').waitFor()
  })

  it('a convenor acknowledges while a member looks on, and moves and sends the reminder', async () => {
    const convenor = await sit('示例清荷', 'zh-CN')
    const member = await sit('示例茉莉', 'zh-CN')
    for (const seat of [convenor, member]) await seat.open('wg8-data-security')
    const saidBefore = await convenor.said.count()

    await convenor.headed(/提醒$/).getByRole('button', { name: '确认收到' }).click()
    for (const seat of [convenor, member]) {
      await seat
        .headed(/提醒$/)
        .getByText(/示例清荷 已确认，.*\d\d:\d\d/)
        .waitFor()
      expect(await seat.page.getByRole('button', { name: '确认收到' }).count()).toBe(0)
    }

    const group = await convenor.type('/wg')
    expect(await group.innerText()).toMatch(/提醒\s+每周一 09:00（中国标准时间）/)
    const refused = await convenor.type('/wg schedule 提醒 明天')
    await refused.getByText('没有读懂“明天”这个时间').waitFor()
    expect(await refused.getByRole('button').count()).toBe(0)
    const proposal = await convenor.type('/wg schedule 提醒 周二 10:00')
    await proposal.getByText('WG8 数据安全工作组：提醒将改为每周二 10:00').waitFor()
    expect(await proposal.innerText()).toMatch(/接下来：\d+年\d+月\d+日周二 10:00；\d+年\d+月\d+日周二 10:00/)
    await proposal.getByRole('button', { name: '保存' }).click()
    await proposal.getByText('已保存。').waitFor()

    const sent = await convenor.type('/wg send reminder again')
    await sent.getByText('提醒正在发往 WG8 数据安全工作组频道。').waitFor()
    for (const seat of [convenor, member]) {
      await seat.said.nth(saidBefore).getByRole('button', { name: '确认收到' }).waitFor()
      expect(await seat.said.count()).toBe(saidBefore + 1)
    }
  })

  it('a convenor does the same in English, seen from another time zone', async () => {
    const convenor = await sit('Juniper Sample')
    const member = await sit('Linden Sample')
    for (const seat of [convenor, member]) await seat.open('sg1-international')
    await convenor.headed(/^SG1 .* · week to Thu,? \d+ \w+/).waitFor()

    await convenor
      .headed(/reminder for Mon/)
      .getByRole('button', { name: 'Acknowledge' })
      .click()
    for (const seat of [convenor, member])
      await seat
        .headed(/reminder for Mon/)
        .getByText(/Acknowledged by Juniper Sample, .*\d:\d\d/)
        .waitFor()

    const refused = await convenor.type('/wg schedule reminder whenever')
    await refused.getByText('I can’t read “whenever” as a time.').waitFor()
    const proposal = await convenor.type('/wg schedule reminder Tue 10:00')
    expect(await proposal.innerText()).toMatch(
      /every Tuesday at 10:00 \(China Standard Time\)\.\s+Next: Tue, \d+ \w+ \d{4}, 10:00; Tue, \d+ \w+ \d{4}, 10:00/,
    )
    await proposal.getByRole('button', { name: 'Leave it as it is' }).click()
    await proposal.getByText('Nothing was changed.').waitFor()
    const group = await convenor.type('/wg')
    expect(await group.innerText()).toMatch(/Weekly reminder\s+every Monday at 14:00/)
  })

  it('a member asks where commands do not work: in a thread, from a message, from a link, in person', async () => {
    const member = await sit('示例茉莉', 'zh-CN')
    const colleague = await sit('Linden Sample')
    for (const seat of [member, colleague]) await seat.open('wg8-data-security')
    const { page, box } = colleague
    const thread = page.locator('.thread')
    const reply = thread.locator('.composer textarea')

    // A link that a colleague posts is shown as its card, in the channel's language, for both to see.
    await box.fill('Have you seen https://www.iso.org/standard/88134.html and GB/T 22239—2019?')
    await box.press('Enter')
    for (const seat of [member, colleague])
      await seat.said.last().locator('.message-attached').getByText('当前阶段').waitFor()

    // Whoever asks by name in the thread is answered there, and the other reads the card too.
    await colleague.said.last().hover()
    await colleague.said.last().getByRole('button', { name: 'Reply in thread' }).click()
    await reply.fill('@rap')
    await page.getByRole('option', { name: 'Rapporteur' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('GB/T 43697')
    await page.keyboard.press('Enter')
    await thread.getByText('Rules for data classification and grading').waitFor()
    await member.said.last().locator('.replies-line').click()
    const elsewhere = member.page.locator('.thread')
    await elsewhere.getByText('Rules for data classification and grading').waitFor()
    expect(await elsewhere.locator('[data-ephemeral]').count()).toBe(0)

    // What one owes is nobody else's business.
    await reply.fill('@Rapporteur assignments')
    await reply.press('Enter')
    const alone = thread.locator('.message[data-ephemeral]')
    await alone.getByText(/You owe \d+/).waitFor()
    expect(await elsewhere.locator('[data-ephemeral]').count()).toBe(0)
    expect(await elsewhere.getByText('@Rapporteur assignments').count()).toBe(1)
    await thread.getByRole('button', { name: 'Close' }).click()

    // "Which standards?" in the message's menu.
    const spotted = await colleague.answerTo(async () => {
      await box.fill('We compare ISO/IEC 27001, GB/T 22239—2019 and GB/T 99999')
      await box.press('Enter')
      const last = colleague.said.last()
      await last.getByText('GB/T 99999').waitFor()
      await last.hover()
      await last.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: 'Which standards?' }).click()
    })
    await spotted.getByText('2 standards on record in that message:').waitFor()
    await spotted.getByText('Not on record: GB/T 99999').waitFor()
    await spotted.getByRole('button', { name: 'Open ISO/IEC 27001:2022' }).click()
    await spotted.getByText('Working group', { exact: true }).waitFor()

    // "Find a standard" completes what is typed, in the member's own language.
    await elsewhere.getByRole('button').first().click()
    await member.page.getByRole('button', { name: '快捷方式' }).click()
    await member.page.getByRole('menuitem', { name: '查找标准' }).click()
    const modal = member.page.getByRole('dialog')
    await modal.getByRole('combobox').click()
    await member.page.keyboard.type('分类分级规')
    await member.page
      .getByRole('option', { name: /^GB\/T 43697-2024 数据安全技术 数据分类分级规则/ })
      .waitFor()
    await member.page.keyboard.press('Enter')
    await modal.getByText('所属工作组').waitFor()
    await modal.getByRole('button', { name: '关闭' }).last().click()

    // In person no command is needed.
    await member.page.locator('.rail-entry', { hasText: 'Rapporteur' }).click()
    await member.page.getByRole('tab', { name: '消息' }).click()
    await member.box.fill('wg8')
    await member.box.press('Enter')
    await member.said.last().getByText('示例清荷').waitFor()
  })

  it('the secretariat sees to all groups, and finds everything as it was after a restart', async () => {
    const secretary = await sit('Begonia Sample')
    expect(await secretary.channels.count()).toBe(11)
    await secretary.open('wg3-cryptography')
    const digests = await secretary.said.filter({ hasText: /的一周/ }).count()
    const overdue = await secretary.type('/assignments overdue')
    expect(await overdue.innerText()).toMatch(/Across the committee: (\d+) assignments\s+Overdue \(\1\)/)
    const groups = await secretary.type('/wg all')
    expect((await groups.innerText()).match(/• \S+/g)).toHaveLength(9)
    const sent = await secretary.type('/wg send WG3 digest again')
    await sent.getByText('The digest is on its way to WG3 Cryptography’s channel.').waitFor()
    await expect.poll(() => secretary.said.filter({ hasText: /的一周/ }).count()).toBe(digests + 1)

    await secretary.become('示例清荷')
    await secretary.open('wg8-data-security')
    const before = await secretary.said.locator('.block-header').allTextContents()
    await secretary.leave()
    seats = []

    expect(await rapporteur.stop()).toBe(0)
    rapporteur = await startedRapporteur(dataDir)
    const convenor = await sit('示例清荷', 'zh-CN')
    await convenor.open('wg8-data-security')
    const group = await convenor.type('/wg')
    expect(await group.innerText()).toMatch(/提醒\s+每周二 10:00/)
    await convenor.said.getByText(/示例清荷 已确认，/).waitFor()
    await convenor.headed(/提醒$/).getByRole('button', { name: '确认收到' }).click()
    await expect.poll(() => convenor.said.getByText(/示例清荷 已确认，/).count()).toBe(2)
    expect(await convenor.said.locator('.block-header').allTextContents()).toEqual(before)
  })
})
