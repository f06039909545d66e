import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import readline from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { ownerAccount } from '../../src/store/embedded/account.ts'
import { packageFolder, usableBinaries } from '../../src/store/embedded/binaries.ts'
import { clusterAt } from '../../src/store/embedded/cluster.ts'
import { startLeash } from '../../src/store/embedded/leash.ts'
import { runningPostmaster, stopPostmaster } from '../../src/store/embedded/postmaster.ts'
import { processStart } from '../../src/store/embedded/process-identity.ts'
import { startServer } from '../../src/store/embedded/server.ts'
import { EmbeddedUnavailable, startEmbedded } from '../../src/store/embedded.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const made: string[] = []
const children = new Set<ChildProcess>()
const silent = () => undefined

function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'embedded-'))
  // Where root runs the tests the server's account has to pass through.
  fs.chmodSync(folder, 0o755)
  made.push(folder)
  return folder
}

async function* folders(...list: string[]): AsyncGenerator<string> {
  yield* list
}

function dataFolder(home: string): string {
  return fs.realpathSync(path.join(home, 'postgres/server/data'))
}

type Holder = { child: ChildProcess; url: string; startedHere: boolean; say(word: string): Promise<void> }

function launchHolder(dataDir: string): ChildProcess {
  const args = ['--import', 'tsx', path.join(root, 'tests/store/embedded/holder.ts'), dataDir]
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  return tracked(child)
}

function tracked<T extends ChildProcess>(child: T): T {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

async function holder(dataDir: string): Promise<Holder> {
  const child = launchHolder(dataDir)
  const { stdin, stdout } = child
  if (!stdin || !stdout) throw new Error('no pipes')
  const [line] = await once(readline.createInterface({ input: stdout }), 'line')
  const say = async (word: string) => {
    const gone = once(child, 'exit')
    stdin.write(`${word}\n`)
    expect(await gone).toEqual([0, null])
  }
  return { child, say, ...JSON.parse(line) }
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

const isRunning = (dataDir: string) => runningPostmaster(dataFolder(dataDir)) !== undefined
const pidOn = (dataDir: string) => runningPostmaster(dataFolder(dataDir))?.pid

async function killServer(dataDir: string): Promise<void> {
  const pid = pidOn(dataDir)
  if (pid === undefined) throw new Error('no server to kill')
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => expect(isRunning(dataDir)).toBe(false))
}

afterEach(async () => {
  for (const child of children) await killed(child)
})

afterAll(async () => {
  for (const folder of made) {
    for (const name of fs.readdirSync(folder)) {
      const { dataDir } = clusterAt(path.join(folder, name, 'postgres'))
      const left = fs.existsSync(dataDir) ? runningPostmaster(dataDir) : undefined
      if (left) await stopPostmaster(dataDir, left.pid, silent)
    }
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

describe('a server of one process', () => {
  const dataDir = path.join(newFolder(), '数据 目录')

  test('serves only this machine, by password, with the truth safe on disk', async () => {
    const server = await startEmbedded({ dataDir, log: silent })
    expect(server.startedHere).toBe(true)
    const settings = `select string_agg(name || '=' || setting, ' ' order by name) from pg_settings where name in
      ('listen_addresses', 'unix_socket_directories', 'fsync', 'full_page_writes', 'data_checksums', 'TimeZone',
       'server_encoding')`
    expect(await ask(server.adminUrl, settings)).toEqual([
      [
        'TimeZone=UTC data_checksums=on fsync=on full_page_writes=on listen_addresses=127.0.0.1 ' +
          'server_encoding=UTF8 unix_socket_directories=',
      ],
    ])
    const hba = 'select distinct auth_method from pg_hba_file_rules'
    expect(await ask(server.adminUrl, hba)).toEqual([['scram-sha-256']])
    const who =
      "select current_user, current_database(), usesuper, lower('ÄÖ 国标') from pg_user where usename = current_user"
    expect(await ask(server.url, who)).toEqual([['rapporteur', 'rapporteur', false, 'äö 国标']])
    await ask(server.url, 'create table kept (id int); insert into kept values (7)')

    const forged = new URL(server.url)
    forged.password = 'guess'
    await expect(ask(forged.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    await server.stop()
  })

  test('keeps its records, and stops once however often it is told', async () => {
    const server = await startEmbedded({ dataDir, log: silent })
    expect(await ask(server.url, 'select id from kept')).toEqual([[7]])
    expect(isRunning(dataDir)).toBe(true)
    await Promise.all([server.stop(), server.stop()])
    await server.stop()
    expect(isRunning(dataDir)).toBe(false)
    await expect(ask(server.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('starts beside a pid file whose pid is now a zombie or a stranger', async () => {
    // It has to outlive the shell, which would take it off the system's list before it becomes another program.
    const script = 'sleep 0.3 & echo $!; exec sleep 60'
    const orphaned = tracked(spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] }))
    const [zombie] = await once(readline.createInterface({ input: orphaned.stdout }), 'line')
    await vi.waitFor(() => expect(processStart(Number(zombie))).toBeUndefined())
    expect(process.kill(Number(zombie), 0)).toBe(true)
    for (const pid of [Number(zombie), orphaned.pid]) {
      const first = await startEmbedded({ dataDir, log: silent })
      const pidFile = path.join(dataFolder(dataDir), 'postmaster.pid')
      const lines = fs.readFileSync(pidFile, 'utf8').split('\n')
      await killServer(dataDir)
      fs.writeFileSync(pidFile, [pid, ...lines.slice(1)].join('\n'))
      const second = await startEmbedded({ dataDir, log: silent })
      expect(second.startedHere).toBe(true)
      expect(await ask(second.url, 'select id from kept')).toEqual([[7]])
      await first.stop()
      expect(isRunning(dataDir)).toBe(true)
      await second.stop()
      expect(isRunning(dataDir)).toBe(false)
    }
  })

  test('finds another port when the one it chose is taken', async () => {
    const squatter = net.createServer().listen(0, '127.0.0.1')
    await once(squatter, 'listening')
    const taken = (squatter.address() as net.AddressInfo).port
    const cluster = clusterAt(fs.realpathSync(path.join(dataDir, 'postgres')))
    const account = await ownerAccount(fs.statSync(cluster.dataDir))
    const binaries = await usableBinaries(packageFolder(), account, folders(newFolder()))
    const spare = net.createServer().listen(0, '127.0.0.1')
    await once(spare, 'listening')
    const free = (spare.address() as net.AddressInfo).port
    await once(spare.close(), 'close')
    const ports = [taken, free]
    const startLog = path.join(newFolder(), 'start.log')
    const server = await startServer({
      ...{ cluster, binaries, account, startLog, log: silent },
      choosePort: async () => ports.shift() ?? free,
    })
    expect(server.port).toBe(free)
    await stopPostmaster(cluster.dataDir, server.pid, silent)
    squatter.close()
  })

  test('a database of another version is refused in plain words', async () => {
    fs.writeFileSync(path.join(dataFolder(dataDir), 'PG_VERSION'), '9\n')
    const start = startEmbedded({ dataDir, log: silent })
    await expect(start).rejects.toThrow(EmbeddedUnavailable)
    await expect(start).rejects.toThrow(/made by PostgreSQL 9.*Set DATABASE_URL/)
  })
})

describe('a server of several processes', () => {
  const dataDir = path.join(newFolder(), 'shared')

  test('two that start at once share one, and the last to leave stops it', async () => {
    const both = await Promise.all([holder(dataDir), holder(dataDir)])
    expect(both.map(({ startedHere }) => startedHere).sort()).toEqual([false, true])
    expect(both[0].url).toBe(both[1].url)
    both.sort((a, b) => Number(b.startedHere) - Number(a.startedHere))
    await both[0].say('stop')
    expect(await ask(both[1].url, 'select 1')).toEqual([[1]])
    await both[1].say('stop')
    expect(isRunning(dataDir)).toBe(false)
  })

  test('a guest leaves the server to its host', async () => {
    const host = await holder(dataDir)
    const guest = await startEmbedded({ dataDir, log: silent })
    expect(guest).toMatchObject({ startedHere: false, url: host.url })
    await guest.stop()
    expect(await ask(host.url, 'select 1')).toEqual([[1]])
    await host.say('stop')
  })

  test('a server whose host was killed is taken over as it runs, and stopped by its heir', async () => {
    const host = await holder(dataDir)
    const pid = pidOn(dataDir)
    await killed(host.child)
    const heir = await startEmbedded({ dataDir, log: silent })
    expect(heir.startedHere).toBe(false)
    expect(pidOn(dataDir)).toBe(pid)
    expect(await ask(heir.url, 'select 1')).toEqual([[1]])
    await heir.stop()
    expect(isRunning(dataDir)).toBe(false)
  })

  test('when both were killed it starts again, with what was committed', async () => {
    const host = await holder(dataDir)
    await ask(host.url, 'create table kept (id int); insert into kept values (9)')
    const before = pidOn(dataDir)
    await killed(host.child)
    await killServer(dataDir)
    const again = await startEmbedded({ dataDir, log: silent })
    expect(again.startedHere).toBe(true)
    expect(pidOn(dataDir)).not.toBe(before)
    expect(await ask(again.url, 'select id from kept')).toEqual([[9]])
    await again.stop()
  })

  test('a process that ends without a word takes its server with it', async () => {
    const host = await holder(dataDir)
    await host.say('exit')
    await vi.waitFor(() => expect(isRunning(dataDir)).toBe(false), { timeout: 8_000 })
  })

  test('a Ctrl-C in the terminal reaches the host alone', async () => {
    const host = await holder(dataDir)
    process.kill(-Number(host.child.pid), 'SIGINT')
    await once(host.child, 'exit')
    expect(await ask(host.url, 'select 1')).toEqual([[1]])
    await (await startEmbedded({ dataDir, log: silent })).stop()
  })

  test('the leash ends a server that nobody comes back to, and spares one in use', async () => {
    const host = await holder(dataDir)
    const home = fs.realpathSync(path.join(dataDir, 'postgres'))
    const pid = Number(pidOn(dataDir))
    startLeash(home, dataFolder(dataDir), pid, 0.2)
    const guest = await startEmbedded({ dataDir, log: silent })
    startLeash(home, dataFolder(dataDir), pid, 0.2)
    await killed(host.child)
    // Long enough for several looks of the leash.
    await ask(guest.url, 'select pg_sleep(1)')
    expect(pidOn(dataDir)).toBe(pid)

    const leases = path.join(home, 'leases')
    const [lease] = fs.readdirSync(leases).filter((name) => name.startsWith(`${process.pid}-`))
    fs.renameSync(path.join(leases, String(lease)), path.join(leases, `${pid}-0-dead`))
    await vi.waitFor(() => expect(isRunning(dataDir)).toBe(false), { timeout: 8_000 })
    await guest.stop()
  })
})

describe('a database in the making', () => {
  test('one cut short leaves nothing in the way', async () => {
    const dataDir = path.join(newFolder(), 'cut short')
    const home = path.join(dataDir, 'postgres')
    fs.mkdirSync(home, { recursive: true })
    const begun = new Promise<void>((resolve) => {
      const watcher = fs.watch(home, (_, name) => {
        if (!name?.startsWith('server.new-')) return
        watcher.close()
        resolve()
      })
    })
    const child = launchHolder(dataDir)
    await begun
    await killed(child)
    expect(fs.existsSync(path.join(home, 'server'))).toBe(false)
    const server = await startEmbedded({ dataDir, log: silent })
    expect(await ask(server.url, 'select 1')).toEqual([[1]])
    await server.stop()
    expect(fs.readdirSync(home).filter((name) => name.startsWith('lock'))).toEqual([])
  })

  test('links that npm was not allowed to make are made', async () => {
    const source = packageFolder()
    const copy = path.join(newFolder(), '复制 of package')
    fs.cpSync(source, copy, { recursive: true, verbatimSymlinks: true })
    const list = path.join(copy, 'native/pg-symlinks.json')
    const links: { target: string }[] = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : []
    for (const { target } of links) fs.rmSync(path.join(copy, target), { force: true })
    fs.chmodSync(path.join(copy, 'native/bin/initdb'), 0o644)
    const binaries = await usableBinaries(copy, undefined, folders())
    expect(binaries.postgres.startsWith(copy)).toBe(true)
    expect(binaries.major).toMatch(/^\d+$/)
  })
})

test.each([
  ['aix', 'ppc64'],
  ['win32', 'x64'],
])('a platform without binaries (%s %s) is told to set DATABASE_URL', (platform, arch) => {
  expect(() => packageFolder(platform, arch)).toThrow(EmbeddedUnavailable)
  expect(() => packageFolder(platform, arch)).toThrow(/Set DATABASE_URL to a PostgreSQL 14 or newer/)
})
