import { z } from 'zod'
import { editDistance, nearestName } from './nearest-name.ts'

export type ProcessRole = 'web' | 'worker' | 'ticker'
export type LogLevel = z.infer<typeof logLevel>

/** Where the bot meets its people: the practice workspace, or Slack over Socket Mode or signed HTTP. */
export type SlackConfig =
  | { readonly mode: 'sandbox'; readonly port: number }
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string; readonly apiUrl: string }
  | {
      readonly mode: 'http'
      readonly botToken: string
      readonly signingSecret: string
      readonly apiUrl: string
      readonly host: string
      readonly port: number
    }

export type Config = {
  readonly slack: SlackConfig
  /** Absent: PostgreSQL is started inside the data folder. */
  readonly databaseUrl?: string
  /** Absent: the queue lives in PostgreSQL. */
  readonly redisUrl?: string
  /** As written; whoever opens it makes it absolute. */
  readonly dataFolder: string
  /** The committee to serve, where the database holds several. */
  readonly workspace?: string
  readonly roles: readonly ProcessRole[]
  /** How many messages a minute the workspace takes, all channels together. */
  readonly messagesPerMinute: number
  /** Where a process that does not listen for Slack serves its health; absent where PORT is not given. */
  readonly healthAt?: { readonly host: string; readonly port: number }
  readonly logLevel: LogLevel
}

/** One thing that is wrong: reads as "<variable> holds <holds>; it should be <expected>". */
export type EnvFault = { variable: string; holds: string; expected: string }

export type EnvResult = { ok: true; config: Config } | { ok: false; faults: EnvFault[] }

const roleNames: readonly ProcessRole[] = ['web', 'worker', 'ticker']

const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'], {
  error: 'one of fatal, error, warn, info, debug, trace',
})

const roles = z
  .string()
  .transform((text) => text.split(',').flatMap((word) => word.trim().toLowerCase() || []))
  .refine((words) => words.length > 0 && words.every(isRole), {
    error: 'a comma-separated list of web, worker, ticker',
  })
  .transform((words) => roleNames.filter((role) => words.includes(role)))

const botToken = z.string().regex(/^xoxb-[\w.-]+$/, {
  error: 'a bot token, which begins with xoxb- (OAuth & Permissions, with token rotation off)',
})
const appToken = z.string().regex(/^xapp-[\w.-]+$/, {
  error: 'an app-level token with connections:write, which begins with xapp-',
})
/** Another Slack may use a shorter one; a token in its place is what people mistake it for. */
const signingSecret = z.string().regex(/^(?!xox|xapp-)[\x21-\x7e]+$/, {
  error: 'the signing secret under Basic Information, 32 letters and digits',
})

/** Bolt appends method names to it, so it ends in a slash. */
const apiUrl = z
  .string()
  .refine((text) => isUrl(text, ['http:', 'https:']) && !/[?#@]/.test(text), {
    error: 'an http or https address such as https://slack.com/api/, without user, query or fragment',
  })
  .transform((text) => new URL(text.replace(/\/*$/, '/')).href)

const variables = z.object({
  SLACK_BOT_TOKEN: botToken.optional(),
  SLACK_APP_TOKEN: appToken.optional(),
  SLACK_SIGNING_SECRET: signingSecret.optional(),
  SLACK_API_URL: apiUrl.optional(),
  PORT: port(1, 'a port number from 1 to 65535').optional(),
  // Slack calls from outside, often through a container's network, and every request is signed.
  HOST: z
    .union([z.ipv4(), z.ipv6(), z.hostname()], { error: 'an IP address or a host name to listen on' })
    .default('0.0.0.0'),
  SANDBOX_PORT: port(0, 'a port number from 1 to 65535, or 0 for any free one').default(3700),
  DATABASE_URL: z
    .string()
    .refine((text) => isUrl(text, ['postgres:', 'postgresql:']), {
      error: 'a PostgreSQL address such as postgres://user:password@host:5432/database',
    })
    .optional(),
  REDIS_URL: z
    .string()
    .refine((text) => isUrl(text, ['redis:', 'rediss:']) && new URL(text).hostname !== '', {
      error: 'a Redis address such as redis://host:6379 or rediss://user:password@host:6379',
    })
    .optional(),
  RAPPORTEUR_DATA: z
    .string()
    .refine((text) => !text.includes('\0'), { error: 'a folder' })
    .default('.data'),
  RAPPORTEUR_WORKSPACE: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, {
      error: "a committee's id as in its file: lower-case letters, digits, dot, dash, at most 64",
    })
    .optional(),
  SLACK_MESSAGES_PER_MINUTE: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1, {
      error: 'a whole number from 1 to 99999',
    })
    .transform(Number)
    // Slack says "several hundred" and publishes no number.
    .default(300),
  ROLES: roles.default([...roleNames]),
  LOG_LEVEL: z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(logLevel)
    .default('info'),
})

type VariableName = keyof z.infer<typeof variables>
const variableNames = Object.keys(variables.shape) as VariableName[]
const secrets: readonly string[] = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']
/** Any of them says that the process is meant for a Slack. */
const slackNames = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL'] as const
const addresses: readonly string[] = ['DATABASE_URL', 'REDIS_URL', 'SLACK_API_URL']
/** What other tools and older guides call the same thing. */
const otherwiseKnownAs: Record<string, VariableName> = {
  SLACK_TOKEN: 'SLACK_BOT_TOKEN',
  SLACK_BOT_USER_TOKEN: 'SLACK_BOT_TOKEN',
  SLACK_BOT_USER_OAUTH_TOKEN: 'SLACK_BOT_TOKEN',
  SLACK_APP_LEVEL_TOKEN: 'SLACK_APP_TOKEN',
  SLACK_SECRET: 'SLACK_SIGNING_SECRET',
}

/**
 * The configuration that a process's environment stands for, frozen, or every fault in it at once.
 * A variable that is empty or blank counts as absent. Without any SLACK_ variable the bot practises in its
 * sandbox; an app-level token means Socket Mode, also where a signing secret is given as well, because it
 * needs no address that Slack can reach. No fault repeats a secret.
 */
export function readEnv(record: Readonly<Record<string, string | undefined>>): EnvResult {
  const given = new Map(
    Object.entries(record).flatMap(([name, value]) => {
      const text = value?.trim()
      return text ? [[name, text]] : []
    }),
  )
  const isGiven = (name: VariableName) => given.has(name)
  const read = variables.safeParse(Object.fromEntries(given))
  const faults = [
    ...(read.error?.issues ?? []).map(({ path, message }) => {
      const variable = String(path[0])
      return { variable, holds: shown(variable, given.get(variable) ?? ''), expected: message }
    }),
    ...slackFaults(isGiven),
    ...practiceFaults(isGiven, given.get('ROLES')),
    ...misspellings([...given.keys()]),
  ]
  if (!read.success || faults.length > 0) return { ok: false, faults }
  const { DATABASE_URL, REDIS_URL, RAPPORTEUR_WORKSPACE, HOST, PORT } = read.data
  const config: Config = {
    slack: Object.freeze(slackConfig(read.data)),
    ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }),
    ...(REDIS_URL !== undefined && { redisUrl: REDIS_URL }),
    dataFolder: read.data.RAPPORTEUR_DATA,
    ...(RAPPORTEUR_WORKSPACE !== undefined && { workspace: RAPPORTEUR_WORKSPACE }),
    roles: Object.freeze(read.data.ROLES),
    messagesPerMinute: read.data.SLACK_MESSAGES_PER_MINUTE,
    ...(PORT !== undefined && { healthAt: Object.freeze({ host: HOST, port: PORT }) }),
    logLevel: read.data.LOG_LEVEL,
  }
  return { ok: true, config: Object.freeze(config) }
}

/** The faults in plain English, one line each. */
export function describeFaults(faults: readonly EnvFault[]): string {
  return faults
    .map(({ variable, holds, expected }) => `${variable} holds ${holds}; it should be ${expected}.`)
    .join('\n')
}

function slackConfig(values: z.infer<typeof variables>): SlackConfig {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, HOST, PORT } = values
  const shared = { botToken: SLACK_BOT_TOKEN ?? '', apiUrl: SLACK_API_URL ?? 'https://slack.com/api/' }
  if (SLACK_APP_TOKEN !== undefined) return { mode: 'socket', ...shared, appToken: SLACK_APP_TOKEN }
  if (SLACK_SIGNING_SECRET !== undefined)
    return { mode: 'http', ...shared, signingSecret: SLACK_SIGNING_SECRET, host: HOST, port: PORT ?? 3000 }
  return { mode: 'sandbox', port: values.SANDBOX_PORT }
}

/** Which of Slack's variables are missing beside those that are given, right or wrong. */
function slackFaults(isGiven: (name: VariableName) => boolean): EnvFault[] {
  const partners = (['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const).filter(isGiven)
  if (isGiven('SLACK_BOT_TOKEN'))
    return partners.length > 0
      ? []
      : [
          {
            variable: 'SLACK_APP_TOKEN',
            holds: 'nothing',
            expected:
              'an app-level token (xapp-…) for Socket Mode, unless SLACK_SIGNING_SECRET is given for HTTP: SLACK_BOT_TOKEN needs one of the two beside it',
          },
        ]
  const alone = isGiven('SLACK_API_URL') ? [...partners, 'SLACK_API_URL'] : partners
  if (alone.length === 0) return []
  return [
    {
      variable: 'SLACK_BOT_TOKEN',
      holds: 'nothing',
      expected: `a bot token (xoxb-…), because ${alone.join(' and ')} ${alone.length > 1 ? 'are' : 'is'} of no use without it`,
    },
  ]
}

/**
 * One of several processes that was started without its tokens would practise with the committee that the others
 * serve, and what it says there would be on record as said.
 */
function practiceFaults(isGiven: (name: VariableName) => boolean, written: string | undefined): EnvFault[] {
  const isPractice = !slackNames.some(isGiven)
  const read = roles.safeParse(written ?? roleNames.join())
  if (!isPractice || !read.success || read.data.length === roleNames.length) return []
  return [
    {
      variable: 'ROLES',
      holds: shown('ROLES', written ?? ''),
      expected:
        'left out, because the practice workspace needs all three roles; a process that serves Slack needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN or SLACK_SIGNING_SECRET, whatever its roles',
    },
  ]
}

/** Names that nothing reads and that look like one that is read and was not given. */
function misspellings(names: readonly string[]): EnvFault[] {
  const missing = variableNames.filter((name) => !names.includes(name))
  return names.flatMap((name) => {
    const isOurs = /^RAPPORTEUR_/i.test(name)
    if ((variableNames as string[]).includes(name) || !(isOurs || /^SLACK_/i.test(name))) return []
    const meant = isOurs ? ourName(name) : slackName(name, missing)
    if (meant === undefined && !isOurs) return []
    return [
      {
        variable: name,
        holds: 'something, but no variable of that name is read',
        expected:
          meant === undefined
            ? 'left out (RAPPORTEUR_DATA and RAPPORTEUR_WORKSPACE exist)'
            : `named ${meant}`,
      },
    ]
  })
}

/** Nobody else's variable begins with our own name, so all that is read is a candidate. */
function ourName(name: string): string | undefined {
  const plain = name.slice('RAPPORTEUR_'.length).toUpperCase()
  return variableNames.find((known) => known === plain) ?? nearestName(name, variableNames)
}

/** Other tools on the machine have SLACK_ variables too: only a slip of three keys or a known other name. */
function slackName(name: string, missing: readonly VariableName[]): string | undefined {
  const known = otherwiseKnownAs[name.toUpperCase()]
  if (known !== undefined) return missing.find((other) => other === known)
  const nearest = nearestName(
    name,
    missing.filter((other) => other.startsWith('SLACK_')),
  )
  return nearest !== undefined && editDistance(name.toUpperCase(), nearest) <= 3 ? nearest : undefined
}

/** What a variable holds, as far as it may be told: of a secret only its length and its public prefix. */
function shown(variable: string, value: string): string {
  const count = `${value.length} ${value.length === 1 ? 'character' : 'characters'}`
  const prefix = /^(["']?)(xoxe\.xox[bp]-|xox[a-z]-|xapp-)/.exec(value)
  if (secrets.includes(variable) || prefix !== null) {
    if (/^["']/.test(value)) return `a secret of ${count} starting with a quotation mark`
    return `a secret of ${count}${prefix === null ? '' : ` starting with ${prefix[2]}`}`
  }
  if (addresses.includes(variable)) {
    const scheme = /^[a-z][a-z0-9+.-]{0,15}:\/\//i.exec(value)
    return `an address of ${count}${scheme === null ? '' : ` starting with ${scheme[0]}`}`
  }
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value)
}

function port(least: number, expected: string) {
  return z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= 65535, {
      error: expected,
    })
    .transform(Number)
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) && /^[a-z]+:\/\//i.test(text)
}

function isRole(word: string): word is ProcessRole {
  return (roleNames as readonly string[]).includes(word)
}
