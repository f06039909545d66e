// The pictures in README.md, made of what Rapporteur really says: npm run picture
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Browser } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { takeSeat } from './seat.ts'
import { startedRapporteur } from './started-rapporteur.ts'

const pictures = [
  {
    file: 'workspace.png',
    locale: 'en-GB',
    height: 1150,
    convenor: 'Juniper Sample',
    secretary: 'Begonia Sample',
    channel: 'sg1-international',
    reminder: /reminder for/,
    acknowledge: 'Acknowledge',
  },
  {
    file: 'workspace-zh.png',
    locale: 'zh-CN',
    height: 1380,
    convenor: '示例清荷',
    secretary: '示例青松',
    channel: 'wg8-data-security',
    reminder: /提醒$/,
    acknowledge: '确认收到',
  },
]

const folder = new URL('../../.github/pictures/', import.meta.url).pathname
const dataDir = await mkdtemp(join(tmpdir(), 'rapporteur-picture-'))
await mkdir(folder, { recursive: true })
const rapporteur = await startedRapporteur(dataDir)
try {
  const browser = await launchChromium()
  try {
    for (const picture of pictures) await take(browser, picture)
  } finally {
    await browser.close()
  }
} finally {
  await rapporteur.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function take(browser: Browser, picture: (typeof pictures)[number]): Promise<void> {
  const { file, locale, height, convenor, secretary, channel, reminder, acknowledge } = picture
  const first = await takeSeat(browser, rapporteur.url, convenor, { locale })
  await first.open(channel)
  const button = first.headed(reminder).getByRole('button', { name: acknowledge })
  await button.click()
  await button.waitFor({ state: 'detached' })
  await first.leave()

  const seat = await takeSeat(browser, rapporteur.url, secretary, {
    locale,
    viewport: { width: 1280, height },
  })
  await seat.open(channel)
  await seat.type('/standard GB/T 43697')
  await seat.page.mouse.move(0, 0)
  await seat.page.evaluate(() => document.fonts.ready.then(() => undefined))
  await seat.page.screenshot({ path: join(folder, file), animations: 'disabled' })
  process.stdout.write(`.github/pictures/${file}\n`)
  await seat.leave()
}
