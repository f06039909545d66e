import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Sandbox, type SandboxPerson, sandboxPerson, startSandbox } from '../../src/sandbox/index.ts'
import { fromApp } from '../../src/sandbox/markup.ts'
import { seed } from './seed.ts'

let sandbox: Sandbox
let anna: SandboxPerson

beforeAll(async () => {
  sandbox = await startSandbox({ seed, now: () => new Date() })
  anna = sandboxPerson(sandbox, 'U0ANNA')
})
afterAll(async () => {
  await anna.leave()
  await sandbox.close()
})

it.each([
  ['hello @lin.wei.', 'hello <@U0LIN>.'],
  ['@林薇请看 #wg1', '<@U0LIN>请看 <#C0WG1|wg1>'],
  ['@annabel and anna@example.org', '@annabel and anna@example.org'],
  ['@Anna: #nothing', '<@U0ANNA>: #nothing'],
  ['1 < 2 & <!channel>', '1 &lt; 2 &amp; &lt;!channel&gt;'],
  ['see https://a.test/b?c=1&d=2, then', 'see <https://a.test/b?c=1&amp;d=2>, then'],
])('what a person types: %s', async (typed, kept) => {
  await anna.say('C0WG1', typed)
  await anna.waitForMessage((each) => each.text === kept)
})

it.each([
  ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
  ['&lt; &amp; stay', '&lt; &amp; stay'],
  ['<@U0LIN> <#C0WG1> <!here> <https://a.test|a>', '<@U0LIN> <#C0WG1> <!here> <https://a.test|a>'],
  ['<!date^1^{date}|x> <mailto:a@b.test|a>', '<!date^1^{date}|x> <mailto:a@b.test|a>'],
  ['> quoted\n> again', '> quoted\n> again'],
  ['<b>', '&lt;b&gt;'],
])('what an app posts: %s', (posted, kept) => {
  expect(fromApp(posted)).toBe(kept)
})
