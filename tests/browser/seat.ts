import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'

/** Somebody at the page: what they see, type and press. */
export type Seat = ReturnType<typeof seat>

/** Opens the workspace, picks a person on the first screen as a stranger would, and sits down there. */
export async function takeSeat(
  browser: Browser,
  url: string,
  name: string,
  options: BrowserContextOptions & { complaints?: string[] } = {},
): Promise<Seat> {
  const { complaints = [], ...settings } = options
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(`${name}: ${error}`))
  page.on('console', (line) => line.type() === 'error' && complaints.push(`${name}: ${line.text()}`))
  await page.goto(url)
  await page.getByRole('button', { name }).click()
  await page.locator('.rail').waitFor()
  return seat(page)
}

function seat(page: Page) {
  const box = page.locator('.composer textarea').first()
  const onlyMine = page.locator('.messages .message[data-ephemeral]')
  const said = page.locator('.messages .message:not([data-ephemeral])')
  return {
    page,
    box,
    /** Everything that stands in the channel for all to see. */
    said,
    /** The last message in the channel that bears such a heading. */
    headed: (heading: RegExp): Locator =>
      said.filter({ has: page.locator('.block-header', { hasText: heading }) }).last(),
    channels: page.locator('.rail-entry .rail-name'),

    /** Opens a channel, and waits until what was said there can be read. */
    async open(channel: string): Promise<void> {
      await page.locator('.rail-entry', { hasText: channel }).click()
      await page.locator('h1', { hasText: channel }).waitFor()
      await said.first().waitFor()
    },

    /** Does something that the bot answers for this person alone, and waits for the answer. */
    async answerTo(gesture: () => Promise<unknown>): Promise<Locator> {
      const before = await onlyMine.count()
      await gesture()
      const answer = onlyMine.nth(before)
      await answer.waitFor()
      return answer
    },

    /** Types a command, sends it, and waits for the answer. */
    type(command: string): Promise<Locator> {
      return this.answerTo(async () => {
        await box.fill(command)
        await box.press('Enter')
      })
    },

    /** Becomes somebody else in the same browser. */
    async become(name: string): Promise<void> {
      await page.locator('.person-chip').click()
      await page.getByRole('button', { name }).click()
      await page.locator('.rail').waitFor()
    },

    leave: () => page.context().close(),
  }
}
