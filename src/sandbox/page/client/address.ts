/** Where the page stands: whose eyes it looks through, which conversation, which tab or thread of it. */
export type Address = {
  as: string | null
  channel: string | null
  tab: 'messages' | 'home'
  /** The `ts` of the message whose thread is open. */
  thread: string | null
}

const REMEMBERED = 'rapporteur.sandbox.as'

/** Reads `/?as=U…#C…`, `#D…/home` and `#C…/1700000000.000100`. Anything else in it is ignored. */
export function parseAddress(search: string, hash: string): Address {
  const as = new URLSearchParams(search).get('as')
  const [channel = '', rest = ''] = decodeURIComponent(hash.replace(/^#/, '')).split('/')
  return {
    as: as || null,
    channel: /^[A-Z0-9]+$/.test(channel) ? channel : null,
    tab: rest === 'home' ? 'home' : 'messages',
    thread: /^\d+\.\d+$/.test(rest) ? rest : null,
  }
}

/** The reverse of {@link parseAddress}. */
export function formatAddress(address: Address): string {
  const search = address.as ? `?as=${encodeURIComponent(address.as)}` : ''
  const rest = address.tab === 'home' ? '/home' : address.thread ? `/${address.thread}` : ''
  return `/${search}${address.channel ? `#${address.channel}${rest}` : ''}`
}

/** The person picked last in this browser, or null where storage is empty or refused. */
export function rememberedPerson(): string | null {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}

/** Remembers the person for the next visit; a browser that refuses storage simply asks again. */
export function rememberPerson(id: string): void {
  try {
    localStorage.setItem(REMEMBERED, id)
  } catch {
    return
  }
}
