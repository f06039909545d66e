import { describe, expect, test } from 'vitest'
import { linkDomains, linkFinder, linkMeaning, linksIn } from '../../../src/domain/standard/links.ts'
import type { Standard } from '../../../src/domain/standard/rules.ts'

const hcno = '3EE2FD47B962578070541ED468497C5B'

describe('a page about one text', () => {
  test.each([
    ['https://www.iso.org/standard/88134.html', 'iso 88134'],
    ['http://iso.org/standard/88134', 'iso 88134'],
    ['https://www.iso.org/fr/standard/88134.html?browse=tc#lifecycle', 'iso 88134'],
    ['https://www.iso.org/contents/data/standard/08/81/88134.html', 'iso 88134'],
    ['https://www.iso.org/obp/ui#!iso:std:88134:en', 'iso 88134'],
    [`https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=${hcno}`, `openstd ${hcno}`],
    [`http://openstd.samr.gov.cn/bzgk/std/newGbInfo?refer=a&hcno=${hcno.toLowerCase()}`, `openstd ${hcno}`],
    [`https://std.samr.gov.cn/gb/search/gbDetailed?id=${hcno}`, `std ${hcno}`],
  ])('%s', (link, key) => {
    expect(linkMeaning(link)).toEqual({ kind: 'page', key })
  })

  test.each([
    ['https://www.iso.org/obp/ui/#iso:std:iso-iec:27001:ed-3:v1:en', 'ISO/IEC 27001'],
    ['https://www.iso.org/obp/ui/en/#iso:std:iso-iec:15408:-1:ed-4:v1:en', 'ISO/IEC 15408-1'],
    ['https://www.iso.org/obp/ui/#iso:std:iso:22301:ed-2:v1:en', 'ISO 22301'],
    ['https://datatracker.ietf.org/doc/rfc9420/', 'RFC 9420'],
    ['https://datatracker.ietf.org/doc/html/rfc9420#section-2', 'RFC 9420'],
    ['https://www.rfc-editor.org/info/rfc0793', 'RFC 793'],
    ['https://www.rfc-editor.org/rfc/rfc9420.html', 'RFC 9420'],
    ['https://www.rfc-editor.org/info/bcp195', 'BCP 195'],
    ['https://datatracker.ietf.org/doc/draft-ietf-tls-esni/', 'draft-ietf-tls-esni'],
    ['https://datatracker.ietf.org/doc/html/draft-ietf-tls-esni-18', 'draft-ietf-tls-esni'],
    ['https://datatracker.ietf.org/doc/draft-ietf-tls-esni/18/', 'draft-ietf-tls-esni'],
  ])('is known by its name: %s', (link, name) => {
    expect(linkMeaning(link)).toEqual({ kind: 'name', name })
  })

  test.each([
    'https://www.iso.org/committee/45306.html',
    'https://www.iso.org/',
    'https://std.samr.gov.cn/gb/search/gbDetailed',
    'https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=%27;drop',
    'https://datatracker.ietf.org/wg/tls/about/',
    'https://iso.org.evil.example/standard/88134.html',
    'https://evil.example/?u=https://www.iso.org/standard/88134.html',
    'ftp://www.iso.org/standard/88134.html',
    'javascript:alert(1)',
    'https://www.iso.org/obp/ui/#iso:std:iso-iec:%E0%A4%A',
    'no link',
    '',
  ])('is not %j', (link) => {
    expect(linkMeaning(link)).toBeUndefined()
  })

  test('is asked about by Slack', () => {
    for (const domain of linkDomains) expect(new URL(`https://${domain}/`).hostname).toBe(domain)
    expect(linkDomains.length).toBeLessThanOrEqual(5)
  })
})

test('links stand in a text without what surrounds them', () => {
  const text =
    '见 https://a.example/x。还有（http://b.example/y?z=1）, "https://c.example/". https://a.example/x!'
  expect(linksIn(text)).toEqual(['https://a.example/x', 'http://b.example/y?z=1', 'https://c.example/'])
  expect(linksIn('GB/T 43697')).toEqual([])
})

describe('the standard on record', () => {
  const find = linkFinder([
    standard('old', { url: 'https://www.iso.org/standard/82875.html', stage: '90.92' }),
    standard('cd', { project: '88134', stage: '30.60' }),
    standard('dis', { project: '88134', url: 'https://www.iso.org/standard/88134.html', stage: '40.60' }),
    standard('portal', {
      url: `https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=${hcno}`,
      stages: 'gb',
      stage: '60',
    }),
    standard('plan', { project: '82875', stages: 'gb', stage: '30' }),
    standard('elsewhere', { url: 'https://example.org/standard/1.html' }),
  ])
  const found = (link: string) => {
    const meaning = linkMeaning(link)
    return meaning && find(meaning)?.id
  }

  test('is that of the same page, in whatever form it is linked', () => {
    expect(found(`http://openstd.samr.gov.cn/bzgk/std/newGbInfo?hcno=${hcno.toLowerCase()}`)).toBe('portal')
    expect(found('https://www.iso.org/fr/standard/82875.html')).toBe('old')
  })

  test('is the most current of one project', () => {
    expect(found('https://www.iso.org/standard/88134.html')).toBe('dis')
  })

  test('is none where the page is not on record, or of another site', () => {
    expect(found('https://www.iso.org/standard/1.html')).toBeUndefined()
    expect(found(`https://std.samr.gov.cn/gb/search/gbDetailed?id=${hcno}`)).toBeUndefined()
    expect(found('https://datatracker.ietf.org/doc/rfc9420/')).toBeUndefined()
  })
})

function standard(id: string, more: Partial<Standard>): Standard {
  return {
    id,
    designation: id,
    otherNames: [],
    titles: {},
    stages: 'iso',
    stage: '40.20',
    asOf: '2026',
    source: 'a test',
    replaces: [],
    twins: [],
    topics: [],
    history: [],
    ...more,
  }
}
