import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeFaults, type EnvFault, readEnv } from '../../config/env.ts'

const bot = 'xoxb-1234567890-abcdefghijkl'
const app = 'xapp-1-A0123456789-abcdefghijkl'
const secret = '0123456789abcdef0123456789abcdef'
type Env = Record<string, string | undefined>

function faultsOf(env: Env): EnvFault[] {
  const result = readEnv(env)
  return result.ok ? [] : result.faults
}

function configOf(env: Env) {
  const result = readEnv(env)
  if (!result.ok) throw new Error(describeFaults(result.faults))
  return result.config
}

describe('a good environment', () => {
  test('that is empty means practice, with every default', () => {
    const expected = {
      slack: { mode: 'sandbox', port: 3700 },
      dataFolder: '.data',
      roles: ['web', 'worker', 'ticker'],
      messagesPerMinute: 300,
      logLevel: 'info',
    }
    expect(configOf({})).toEqual(expected)
    expect(configOf({ SLACK_BOT_TOKEN: '', DATABASE_URL: '  ', PORT: undefined, PATH: '/bin' })).toEqual(
      expected,
    )
  })

  const apiUrl = 'https://slack.com/api/'
  const modes: [string, Env, object][] = [
    [
      'Socket Mode',
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app },
      { mode: 'socket', botToken: bot, appToken: app, apiUrl },
    ],
    [
      'HTTP',
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret },
      { mode: 'http', botToken: bot, signingSecret: secret, apiUrl, host: '0.0.0.0', port: 3000 },
    ],
    [
      'HTTP on a chosen address',
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, HOST: '::1', PORT: ' 8080 ' },
      { mode: 'http', botToken: bot, signingSecret: secret, apiUrl, host: '::1', port: 8080 },
    ],
    [
      'Socket Mode before HTTP',
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret },
      { mode: 'socket', botToken: bot, appToken: app, apiUrl },
    ],
    ['practice on any port', { SANDBOX_PORT: '0' }, { mode: 'sandbox', port: 0 }],
  ]
  test.each(modes)('%s', (_, env, slack) => {
    expect(configOf(env).slack).toEqual(slack)
  })

  test.each([
    ['http://127.0.0.1:3700/api', 'http://127.0.0.1:3700/api/'],
    ['http://127.0.0.1:3700/api/', 'http://127.0.0.1:3700/api/'],
    ['https://slack-gov.com', 'https://slack-gov.com/'],
  ])('SLACK_API_URL %s is called as %s', (SLACK_API_URL, apiUrl) => {
    const { slack } = configOf({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL })
    expect(slack).toMatchObject({ apiUrl })
  })

  test('says where things are kept and what the process does', () => {
    const env = {
      DATABASE_URL: 'postgresql:///rapporteur?host=/var/run/postgresql',
      REDIS_URL: 'rediss://:pw@cache:6380/2',
      RAPPORTEUR_DATA: '/var/lib/rapporteur',
      RAPPORTEUR_WORKSPACE: 'tc260',
      SLACK_BOT_TOKEN: bot,
      SLACK_APP_TOKEN: app,
      ROLES: 'ticker, WEB,ticker,',
      SLACK_MESSAGES_PER_MINUTE: ' 600 ',
      LOG_LEVEL: 'Debug',
    }
    expect(configOf(env)).toEqual({
      slack: { mode: 'socket', botToken: bot, appToken: app, apiUrl },
      databaseUrl: env.DATABASE_URL,
      redisUrl: env.REDIS_URL,
      dataFolder: '/var/lib/rapporteur',
      workspace: 'tc260',
      roles: ['web', 'ticker'],
      messagesPerMinute: 600,
      logLevel: 'debug',
    })
  })

  test('serves health by itself only where a port is given', () => {
    expect(configOf({ HOST: '127.0.0.1' })).not.toHaveProperty('healthAt')
    expect(configOf({ PORT: '8080' }).healthAt).toEqual({ host: '0.0.0.0', port: 8080 })
    expect(configOf({ HOST: '::1', PORT: '8080' }).healthAt).toEqual({
      host: '::1',
      port: 8080,
    })
    expect(faultsOf({ PORT: '0' })).toMatchObject([{ variable: 'PORT' }])
  })

  test('may name its roles where it practises, as long as it names all', () => {
    const { slack, roles } = configOf({ ROLES: 'ticker,worker,web' })
    expect([slack.mode, roles]).toEqual(['sandbox', ['web', 'worker', 'ticker']])
  })

  test('is frozen, inside too', () => {
    const config = configOf({})
    expect([config, config.slack, config.roles].map(Object.isFrozen)).toEqual([true, true, true])
  })

  test('may hold the variables of other tools', () => {
    const others = {
      SLACK_CLI_HOME: 'x',
      SLACK_WEBHOOK_URL: 'x',
      SLACK_CHANNEL: '#x',
      TOKEN: 'x',
      DATABASE: 'x',
    }
    expect(faultsOf(others)).toEqual([])
    expect(faultsOf({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_TOKEN: bot })).toEqual([])
  })
})

describe('a faulty environment', () => {
  const lines: [Env, string][] = [
    [{ PORT: '0' }, 'PORT holds "0"; it should be a port number from 1 to 65535.'],
    [{ PORT: '65536' }, 'PORT holds "65536"; it should be a port number from 1 to 65535.'],
    [{ PORT: '80a' }, 'PORT holds "80a"; it should be a port number from 1 to 65535.'],
    [
      { SANDBOX_PORT: '-1' },
      'SANDBOX_PORT holds "-1"; it should be a port number from 1 to 65535, or 0 for any free one.',
    ],
    [{ HOST: 'a b' }, 'HOST holds "a b"; it should be an IP address or a host name to listen on.'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL holds "loud"; it should be one of fatal, error, warn, info, debug, trace.',
    ],
    [
      { ROLES: 'web,wroker' },
      'ROLES holds "web,wroker"; it should be a comma-separated list of web, worker, ticker.',
    ],
    ...['0', '-1', '1.5', '1e3', '100000', 'many'].map((count): [Env, string] => [
      { SLACK_MESSAGES_PER_MINUTE: count },
      `SLACK_MESSAGES_PER_MINUTE holds "${count}"; it should be a whole number from 1 to 99999.`,
    ]),
    [{ ROLES: ',' }, 'ROLES holds ","; it should be a comma-separated list of web, worker, ticker.'],
    ...['worker', 'worker,ticker', 'web', 'web,worker'].map((roles): [Env, string] => [
      { ROLES: roles, SLACK_MESSAGES_PER_MINUTE: '60' },
      `ROLES holds "${roles}"; it should be left out, because the practice workspace needs all three roles; a process that serves Slack needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN or SLACK_SIGNING_SECRET, whatever its roles.`,
    ]),
    [
      { RAPPORTEUR_WORKSPACE: 'TC 260' },
      'RAPPORTEUR_WORKSPACE holds "TC 260"; it should be a committee\'s id as in its file: lower-case letters, digits, dot, dash, at most 64.',
    ],
    [
      { DATABASE_URL: 'mysql://u:hunter2@h/d' },
      'DATABASE_URL holds an address of 21 characters starting with mysql://; it should be a PostgreSQL address such as postgres://user:password@host:5432/database.',
    ],
    [
      { DATABASE_URL: 'postgres:u:hunter2' },
      'DATABASE_URL holds an address of 18 characters; it should be a PostgreSQL address such as postgres://user:password@host:5432/database.',
    ],
    [
      { REDIS_URL: 'redis://' },
      'REDIS_URL holds an address of 8 characters starting with redis://; it should be a Redis address such as redis://host:6379 or rediss://user:password@host:6379.',
    ],
    [
      { SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: app },
      'SLACK_BOT_TOKEN holds a secret of 31 characters starting with xapp-; it should be a bot token, which begins with xoxb- (OAuth & Permissions, with token rotation off).',
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: 'hunter2' },
      'SLACK_APP_TOKEN holds a secret of 7 characters; it should be an app-level token with connections:write, which begins with xapp-.',
    ],
    [
      { SLACK_BOT_TOKEN: `"${bot}"`, SLACK_APP_TOKEN: app },
      'SLACK_BOT_TOKEN holds a secret of 30 characters starting with a quotation mark; it should be a bot token, which begins with xoxb- (OAuth & Permissions, with token rotation off).',
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: bot },
      'SLACK_SIGNING_SECRET holds a secret of 28 characters starting with xoxb-; it should be the signing secret under Basic Information, 32 letters and digits.',
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL: 'slack.com/api' },
      'SLACK_API_URL holds an address of 13 characters; it should be an http or https address such as https://slack.com/api/, without user, query or fragment.',
    ],
    [
      { SLACK_BOT_TOKEN: bot },
      'SLACK_APP_TOKEN holds nothing; it should be an app-level token (xapp-…) for Socket Mode, unless SLACK_SIGNING_SECRET is given for HTTP: SLACK_BOT_TOKEN needs one of the two beside it.',
    ],
    [
      { SLACK_APP_TOKEN: app },
      'SLACK_BOT_TOKEN holds nothing; it should be a bot token (xoxb-…), because SLACK_APP_TOKEN is of no use without it.',
    ],
    [
      { SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret },
      'SLACK_BOT_TOKEN holds nothing; it should be a bot token (xoxb-…), because SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are of no use without it.',
    ],
    [
      { SLACK_API_URL: 'https://slack.com/api' },
      'SLACK_BOT_TOKEN holds nothing; it should be a bot token (xoxb-…), because SLACK_API_URL is of no use without it.',
    ],
    ...(
      [
        ['SLACK_BOT_TOKN', 'SLACK_BOT_TOKEN'],
        ['slack_bot_token', 'SLACK_BOT_TOKEN'],
        ['SLACK_TOKEN', 'SLACK_BOT_TOKEN'],
        ['SLACK_SIGNIN_SECRET', 'SLACK_SIGNING_SECRET'],
        ['SLACK_MESSAGES_PER_MINUT', 'SLACK_MESSAGES_PER_MINUTE'],
        ['RAPPORTEUR_DTAA', 'RAPPORTEUR_DATA'],
        ['RAPPORTEUR_DATABASE_URL', 'DATABASE_URL'],
        ['RAPPORTEUR_PORT', 'PORT'],
      ] as const
    ).map(([wrong, right]): [Env, string] => [
      { [wrong]: 'hunter2' },
      `${wrong} holds something, but no variable of that name is read; it should be named ${right}.`,
    ]),
    [
      { RAPPORTEUR_COLOUR_OF_THE_SKY: 'blue' },
      'RAPPORTEUR_COLOUR_OF_THE_SKY holds something, but no variable of that name is read; it should be left out (RAPPORTEUR_DATA and RAPPORTEUR_WORKSPACE exist).',
    ],
  ]
  test.each(lines)('%j', (env, line) => {
    expect(describeFaults(faultsOf(env))).toBe(line)
  })

  test('is told whole, every fault at once', () => {
    const faults = faultsOf({
      SLACK_BOT_TOKEN: 'xoxp-1',
      SLACK_APP_TOKN: app,
      PORT: 'http',
      DATABASE_URL: 'localhost',
      LOG_LEVEL: 'all',
      ROLES: 'all',
    })
    expect(faults.map((fault) => fault.variable)).toEqual([
      'SLACK_BOT_TOKEN',
      'PORT',
      'DATABASE_URL',
      'ROLES',
      'LOG_LEVEL',
      'SLACK_APP_TOKEN',
      'SLACK_APP_TOKN',
    ])
  })

  test('a token that stands in the wrong variable is not repeated either', () => {
    expect(describeFaults(faultsOf({ LOG_LEVEL: bot }))).not.toContain('1234567890')
  })

  test('never prints a secret, wherever it stands', () => {
    const names = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'DATABASE_URL', 'REDIS_URL']
    const wrongSecret = fc
      .tuple(fc.constantFrom('', 'xoxp-', 'xapp-', 'mysql://u:', '"'), fc.stringMatching(/^[A-Z0-9]{12,20}$/))
      .map(([prefix, body]) => ({ value: `${prefix}${body} `.repeat(2), body }))
    fc.assert(
      fc.property(fc.constantFrom(...names), wrongSecret, (name, { value, body }) => {
        const text = describeFaults(faultsOf({ [name]: value }))
        expect(text).toContain(name)
        expect(text).not.toContain(body)
      }),
    )
  })

  test('shortens what is long', () => {
    const [fault] = faultsOf({ LOG_LEVEL: 'x'.repeat(5000) })
    expect(fault?.holds).toBe(`"${'x'.repeat(59)}…"`)
  })
})
