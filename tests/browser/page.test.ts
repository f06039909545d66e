import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import { hasChromium, launchChromium } from './chromium.ts'
import { type PracticeBot, practiceBot, taskBlocks } from './practice-bot.ts'
import { practiceSeed } from './practice-seed.ts'

describe.runIf(hasChromium('tests/browser/page.test.ts'))("the practice workspace's page", () => {
  let sandbox: Sandbox
  let bot: PracticeBot
  let browser: Browser
  let dir: string
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'rapporteur-page-'))
    sandbox = await start(0)
    bot = await practiceBot(sandbox)
    browser = await launchChromium()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    expect(complaints.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await bot?.stop()
    await sandbox?.close()
    await rm(dir, { recursive: true, force: true })
  })

  function start(port: number): Promise<Sandbox> {
    return startSandbox({ seed: practiceSeed, now: () => new Date(), rateLimits: false, dir, port })
  }
  async function visit(path: string, locale = 'en-GB'): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 800 } })
    context.setDefaultTimeout(8_000)
    page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith(sandbox.url) && !request.url().startsWith('data:'))
        complaints.push(`asked ${request.url()}`)
    })
    await page.goto(`${sandbox.url}${path}`)
    return page
  }
  const box = () => page.getByRole('textbox', { name: /^Message / })
  const lastMessage = () => page.locator('.messages .message').last()

  it('asks who one is in the language of the browser, and remembers the answer', async () => {
    await visit('/', 'zh-CN')
    await page.getByRole('heading', { name: '您是哪一位？' }).waitFor()
    expect(await page.locator('.who h2').allTextContents()).toEqual(['秘书处', '召集人', '成员与专家'])
    await page.getByRole('searchbox').fill('din')
    await page.getByRole('button', { name: 'Anna Berg' }).click()
    await page.getByRole('navigation', { name: 'Conversations' }).waitFor()
    expect(new URL(page.url()).searchParams.get('as')).toBe('U0ANNA')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.goto(sandbox.url)
    await page.getByRole('button', { name: 'You are Anna Berg. Be somebody else' }).waitFor()
  })

  it('completes a command and shows the answer to nobody but its sender', async () => {
    await visit('/?as=U0ANNA#C0WG1')
    await box().pressSequentially('/sta')
    const offered = page.getByRole('option')
    expect(await offered.allTextContents()).toEqual(['/standardshow GB/T 43697Where a standard stands'])
    await page.keyboard.press('Tab')
    expect(await box().inputValue()).toBe('/standard ')
    await page.getByText('Where a standard stands').waitFor()
    await page.keyboard.type('show GB/T 43697')
    await page.keyboard.press('Enter')
    const answer = page.locator('.message[data-ephemeral]')
    await answer.getByText('Only visible to you').waitFor()
    expect(await answer.locator('.message-command').textContent()).toContain('/standard show GB/T 43697')
    expect(await answer.locator('strong', { hasText: 'GB/T 43697' }).count()).toBe(1)

    await page.keyboard.press('ArrowUp')
    expect(await box().inputValue()).toBe('/standard show GB/T 43697')
    expect(sandbox.messages('C0WG1').filter(({ text }) => text.includes('ballot'))).toEqual([])
  })

  it('says of an unknown command what Slack says, and keeps what was typed', async () => {
    await visit('/?as=U0ANNA#C0WG1')
    await box().fill('/nonsense now')
    await page.keyboard.press('Enter')
    await page.getByText('/nonsense is not a valid command.').waitFor()
    expect(await box().inputValue()).toBe('/nonsense now')
  })

  it('changes a message in every open page when its button is pressed, after a confirmation where asked', async () => {
    await bot.app.client.chat.postMessage({ channel: 'C0WG1', text: 'Task', blocks: taskBlocks() })
    await visit('/?as=U0MIGUEL#C0WG1')
    const miguel = page
    const watcher = await visit('/?as=U0ANNA#C0WG1')
    await watcher.getByRole('button', { name: 'Accept' }).waitFor()

    await miguel.getByRole('button', { name: 'Decline' }).click()
    await miguel.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click()
    await miguel.getByRole('combobox', { name: 'Remind me later' }).click()
    await miguel.getByRole('option', { name: 'In a week' }).click()
    await expect
      .poll(() => bot.heard.splice(0))
      .toMatchObject([
        {
          type: 'static_select',
          action_id: 'task.snooze',
          selected_option: { value: '7', text: { type: 'plain_text', text: 'In a week' } },
        },
      ])
    await miguel.getByRole('button', { name: 'Accept' }).click()
    await miguel.getByText('Accepted by @Miguel Santos').waitFor()
    await watcher.getByText('Accepted by @Miguel Santos').waitFor()
    expect(await watcher.getByRole('button', { name: 'Accept' }).count()).toBe(0)
  })

  it('checks a modal, shows the field that the bot refuses, and sends what Slack would send', async () => {
    await visit('/?as=U0ANNA#C0WG1')
    await box().fill('/assign')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'New assignment' })
    const task = dialog.getByLabel('Task')
    await expect.poll(() => task.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    expect(await dialog.getByText('Please fill in this field.').count()).toBe(2)

    await task.fill('Map')
    await dialog.getByLabel('Assignee').click()
    await page.keyboard.type('migu')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('Due').click()
    await page.getByRole('button', { name: /^Friday,? 4 December 2026$/ }).click()
    await dialog.getByLabel('English').check()
    await dialog.getByRole('button', { name: 'Assign' }).click()
    await dialog.getByText('Say a little more.').waitFor()
    expect(await task.getAttribute('aria-invalid')).toBe('true')

    await task.fill('Map 43697 to 27701')
    await dialog.getByRole('button', { name: 'Assign' }).click()
    await dialog.waitFor({ state: 'detached' })
    await lastMessage().getByText('@Anna Berg gave @Miguel Santos: Map 43697 to 27701').waitFor()
    expect(bot.heard.splice(0).at(-1)).toEqual({
      task: { text: { type: 'plain_text_input', value: 'Map 43697 to 27701' } },
      who: { user: { type: 'users_select', selected_user: 'U0MIGUEL' } },
      due: { date: { type: 'datepicker', selected_date: '2026-12-04' } },
      kinds: {
        languages: {
          type: 'checkboxes',
          selected_options: [{ text: { type: 'plain_text', text: 'English' }, value: 'en' }],
        },
      },
    })
    await expect.poll(() => box().evaluate((field) => field === document.activeElement)).toBe(true)
  })

  it('keeps a modal beneath another as it was left, asks the bot for options, and tells it of the closing', async () => {
    await visit('/?as=U0ANNA#C0WG1')
    await box().fill('/digest')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Note').fill('第一行\nsecond')
    await dialog.getByRole('combobox', { name: 'Which standard?' }).click()
    await page.getByText('Type at least 2 characters').waitFor()
    await page.keyboard.type('27')
    await expect
      .poll(() => page.getByRole('option').allTextContents())
      .toEqual(['ISO/IEC 27001', 'ISO/IEC 27701'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => bot.heard.splice(0))
      .toMatchObject([{ type: 'external_select', selected_option: { value: 'ISO/IEC 27701' } }])

    await dialog.getByRole('button', { name: 'Preview' }).click()
    await dialog.getByText('This is how it will look.').waitFor()
    await page.keyboard.press('Escape')
    await dialog.getByRole('heading', { name: 'Digest' }).waitFor()
    expect(await dialog.getByLabel('Note').inputValue()).toBe('第一行\nsecond')
    expect(await dialog.getByRole('combobox').textContent()).toBe('ISO/IEC 27701')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => bot.heard.splice(0)).toEqual(['digest'])
  })

  it('opens the Home tab', async () => {
    await visit('/?as=U0ANNA#C0WG1')
    await page.getByRole('button', { name: 'Rapporteur' }).first().click()
    await page.getByRole('tab', { name: 'Home' }).click()
    await page.getByRole('heading', { name: 'Your week' }).waitFor()
    expect(new URL(page.url()).hash).toMatch(/\/home$/)
  })

  it('can be used without a mouse: pick, command, thread, shortcut, leave', async () => {
    await visit('/')
    await page.getByRole('searchbox').waitFor()
    await page.keyboard.type('he.jing')
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox', { name: /^发消息到/ })
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.type('附录 B 请 @zho')
    await page.getByRole('option', { name: '周敏' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('确认 <1>')
    await page.keyboard.press('Enter')
    await lastMessage().getByText('附录 B 请 @周敏 确认 <1>').waitFor()

    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.locator('.thread .composer textarea').waitFor()
    await page.keyboard.type('好的')
    await page.keyboard.press('Enter')
    await page.locator('.thread .message').getByText('好的').waitFor()
    await page.getByRole('button', { name: '1 条回复' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.thread').waitFor({ state: 'detached' })
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)

    await page.locator('.message').last().getByRole('button', { name: '更多操作' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Make this an assignment' }).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
      .toBe('menuitem')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('becomes another person in one press, with their language, channels and unread marks', async () => {
    await visit('/?as=U0ANNA#C0WG1')
    await page.getByRole('button', { name: /Be somebody else/ }).click()
    await page.getByRole('button', { name: '周敏' }).click()
    const rail = page.getByRole('navigation', { name: '会话列表' })
    await rail.waitFor()
    await bot.app.client.chat.postMessage({ channel: 'C0PLAN', text: '年度计划草案' })
    await rail.getByRole('button', { name: /secretariat.*1 条未读/ }).waitFor()
    await page.keyboard.press('Alt+ArrowDown')
    await lastMessage().getByText('年度计划草案').waitFor()
    await rail.getByRole('button', { name: 'secretariat', exact: true }).waitFor()
  })

  it('says quietly that the bot is gone, and that it came back', async () => {
    await visit('/?as=U0ANNA#C0WG1')
    await box().waitFor()
    await bot.stop()
    await page.getByText('Rapporteur is offline.').waitFor()
    await box().fill('/standard')
    await page.keyboard.press('Enter')
    await page.getByText('Rapporteur is offline, so nothing happened.').waitFor()
    bot = await practiceBot(sandbox)
    await page.getByText('Rapporteur is offline. Commands').waitFor({ state: 'detached' })
  })

  it('finds the workspace again after its server went, and reads what it missed', async () => {
    await visit('/?as=U0ANNA#C0WG1')
    await box().waitFor()
    await bot.stop()
    await sandbox.close()
    await page.getByText('Connection lost. Reconnecting…').waitFor()
    const elsewhere = await start(0)
    await sandboxPerson(elsewhere, 'U0MIGUEL').say('C0WG1', 'Said while nobody listened')
    await elsewhere.close()
    sandbox = await start(Number(new URL(sandbox.url).port))
    bot = await practiceBot(sandbox)
    await lastMessage().getByText('Said while nobody listened').waitFor()
    await page.getByText('Connection lost').waitFor({ state: 'detached' })
    complaints.splice(0)
  })
})
