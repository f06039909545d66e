import { expect, it } from 'vitest'
import { events, shortcuts, slashCommands } from '../../commands/index.ts'
import kept from '../../config/slack-manifest.json' with { type: 'json' }
import { slackManifest } from '../../src/slack/manifest.ts'

const manifest = slackManifest({ slashCommands, events, shortcuts })
const { display_information: display, features, oauth_config: oauth, settings } = manifest
const commands = features.slash_commands

/** The scopes that Slack asks for before it tells of an event; https://docs.slack.dev/reference/events says which. */
const scopesOf: Record<string, readonly string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  file_shared: ['files:read'],
  // And what answers it is chat.unfurl.
  link_shared: ['links:read', 'links:write'],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  team_join: ['users:read'],
}

it('is kept in config as the lists make it', () => {
  expect(
    kept,
    'run `npm run -s rapporteur -- manifest > config/slack-manifest.json`, then `npm run format`',
  ).toEqual(manifest)
})

it('asks for the scopes of every event', () => {
  for (const event of settings.event_subscriptions.bot_events) {
    expect(Object.keys(scopesOf), `say in this test which scopes ${event} needs`).toContain(event)
    for (const scope of scopesOf[event] ?? [])
      expect(oauth.scopes.bot, `${event} needs ${scope}`).toContain(scope)
  }
})

it('asks for each scope once, and for slash commands', () => {
  expect(new Set(oauth.scopes.bot).size).toBe(oauth.scopes.bot.length)
  expect(oauth.scopes.bot).toContain('commands')
})

it('offers each slash command once, whatever number of verbs it has', () => {
  expect(commands.map(({ command }) => command)).toEqual([
    ...new Set(slashCommands.map(({ command }) => command)),
  ])
})

it('describes every command, and hints at every verb', () => {
  for (const { command, description, usage_hint: hint } of commands) {
    expect([command, description, hint]).not.toContain('')
    for (const { verb } of slashCommands.filter((one) => one.command === command))
      if (verb !== undefined) expect(hint.split(' | ').some((example) => example.startsWith(verb))).toBe(true)
  }
})

// https://docs.slack.dev/reference/app-manifest
it("keeps within Slack's limits", () => {
  expect(display.name.length).toBeLessThanOrEqual(35)
  expect(display.description.length).toBeLessThanOrEqual(140)
  expect(display.background_color).toMatch(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i)
  expect(features.bot_user.display_name).toMatch(/^[\w.-]{1,80}$/)
  expect(commands.length).toBeLessThanOrEqual(50)
  for (const { command, description, usage_hint: hint } of commands) {
    expect(command).toMatch(/^\/[^\s/]{1,31}$/)
    expect(description.length).toBeLessThanOrEqual(2_000)
    expect(hint.length).toBeLessThanOrEqual(1_000)
    expect(hint, 'cut off at the limit').not.toHaveLength(1_000)
  }
  // https://docs.slack.dev/interactivity/implementing-shortcuts: a name has 24 characters, and an app ten of a kind.
  for (const { name, callback_id: id, description } of features.shortcuts) {
    expect(name.length, name).toBeLessThanOrEqual(24)
    expect(id.length).toBeLessThanOrEqual(255)
    expect(description.length, name).toBeLessThanOrEqual(150)
  }
  for (const type of ['message', 'global'])
    expect(features.shortcuts.filter((one) => one.type === type).length).toBeLessThanOrEqual(10)
  expect(features.unfurl_domains.length).toBeLessThanOrEqual(5)
  expect(oauth.scopes.bot.length).toBeLessThanOrEqual(255)
  expect(settings.event_subscriptions.bot_events.length).toBeLessThanOrEqual(100)
})

it('needs no address: Socket Mode is on, and buttons with it', () => {
  expect(settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } })
})
