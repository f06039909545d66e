import { stageSystem } from '../stage/system.ts'
import type { Standard } from './rules.ts'

/** The sites whose pages are each about one text; subdomains such as `www` are theirs too. Slack takes five at most. */
export const linkDomains: readonly string[] = [
  'openstd.samr.gov.cn',
  'std.samr.gov.cn',
  'iso.org',
  'datatracker.ietf.org',
  'rfc-editor.org',
]

/** What a page is about: a record of its site, known again by `key`, or a text with a name of its own. */
export type LinkMeaning = { kind: 'page'; key: string } | { kind: 'name'; name: string }

/**
 * What the page behind a link is about; undefined for anything but a page about one text. The national portals know
 * texts by `hcno` (openstd) and `id` (std), ISO by the number of its project, in any of its languages. RFCs and
 * Internet-Drafts bear their names in the address, and so do the texts of ISO's browsing platform.
 */
export function linkMeaning(link: string): LinkMeaning | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
  const host = url.hostname.replace(/^www\./, '')
  if (host === 'openstd.samr.gov.cn') return numbered('openstd', url.searchParams.get('hcno'))
  if (host === 'std.samr.gov.cn') return numbered('std', url.searchParams.get('id'))
  if (host === 'iso.org') return isoPage(url)
  if (host === 'datatracker.ietf.org' || host === 'rfc-editor.org') return ietfPage(url.pathname)
  return undefined
}

/** Finds the standard that a page is about; undefined where it is none on record, and for what is told by its name. */
export type LinkFinder = (meaning: LinkMeaning) => Standard | undefined

/**
 * Finds the standard whose record bears the address of the same page, or the number of the same project: of several
 * records the most current.
 */
export function linkFinder(standards: Iterable<Standard>): LinkFinder {
  const byKey = new Map<string, Standard>()
  const keep = (key: string, standard: Standard) => {
    const known = byKey.get(key)
    if (known === undefined || rankOf(standard) > rankOf(known)) byKey.set(key, standard)
  }
  for (const standard of standards) {
    const page = standard.url === undefined ? undefined : linkMeaning(standard.url)
    if (page?.kind === 'page') keep(page.key, standard)
    if (standard.project !== undefined && standard.stages === 'iso') keep(`iso ${standard.project}`, standard)
  }
  return (meaning) => (meaning.kind === 'page' ? byKey.get(meaning.key) : undefined)
}

/** The links in a text, in their order, each once. */
export function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>|"'，。；）」》]+/g) ?? []
  return [...new Set(found.map((link) => link.replace(/[.,;:!?)]+$/, '')))]
}

function numbered(site: string, id: string | null): LinkMeaning | undefined {
  return id !== null && /^[0-9a-z]{8,64}$/i.test(id)
    ? { kind: 'page', key: `${site} ${id.toUpperCase()}` }
    : undefined
}

function isoPage({ pathname, href }: URL): LinkMeaning | undefined {
  const project = /\/standard\/(?:\d\d\/\d\d\/)?(\d{1,7})(?:\.html)?\/?$/.exec(pathname)?.[1]
  if (project !== undefined) return { kind: 'page', key: `iso ${Number(project)}` }
  // On the browsing platform: #!iso:std:82875:en, #iso:std:iso-iec:27001:ed-3:v1:en, #iso:std:iso-iec:15408:-1:ed-4:v1:en
  const browsed = /[#/!]iso:std:(\d{1,7})(?=[:/]|$)/i.exec(decoded(href))?.[1]
  if (browsed !== undefined) return { kind: 'page', key: `iso ${Number(browsed)}` }
  const [, publishers, number, part = ''] =
    /[#/!]iso:std:((?:iso|iec)(?:-[a-z]+)*):(\d+)(?::(-\d+))?(?=[:/]|$)/i.exec(decoded(href)) ?? []
  if (publishers === undefined) return undefined
  return { kind: 'name', name: `${publishers.toUpperCase().replaceAll('-', '/')} ${number}${part}` }
}

function ietfPage(path: string): LinkMeaning | undefined {
  const [, series, number] = /\/(rfc|bcp|std|fyi)0*(\d{1,5})(?:\.(?:html|txt|pdf|xml))?\/?$/i.exec(path) ?? []
  if (series !== undefined) return { kind: 'name', name: `${series.toUpperCase()} ${number}` }
  const draft = /\/(draft(?:-[a-z0-9]+){2,}?)(?:-\d\d)?(?:\.(?:html|txt|pdf|xml))?(?:\/\d\d)?\/?$/i.exec(path)
  return draft?.[1] === undefined ? undefined : { kind: 'name', name: draft[1].toLowerCase() }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function rankOf({ stages, stage }: Standard): number {
  return stageSystem(stages).rank(stage)
}
