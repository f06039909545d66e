import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/files/decode-text.ts'

const text = '标准号,标准名称\r\nGB/T 43697-2024,数据安全技术\t数据分类分级规则\r\n'
const utf8 = Buffer.from(text)
const utf16 = Buffer.from(text, 'utf16le')
/** 标准号,阶段 */
const gb = Buffer.from('b1ead7bcbac52cbdd7b6ce0a', 'hex')

describe('text is read', () => {
  test.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from('efbbbf', 'hex'), utf8]), 'utf-8'],
    ['UTF-16, little end first', Buffer.concat([Buffer.from('fffe', 'hex'), utf16]), 'utf-16le'],
    [
      'UTF-16, big end first',
      Buffer.concat([Buffer.from('feff', 'hex'), Buffer.from(utf16).swap16()]),
      'utf-16be',
    ],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text, encoding })
  })

  test('GB18030, its four-byte characters included', () => {
    expect(decodeText(gb)).toEqual({ ok: true, text: '标准号,阶段\n', encoding: 'gb18030' })
    const rare = Buffer.concat([gb, Buffer.from('95328236', 'hex')])
    expect(decodeText(rare)).toEqual({ ok: true, text: '标准号,阶段\n\u{20000}', encoding: 'gb18030' })
  })

  test('nothing at all is text', () => {
    expect(decodeText(new Uint8Array())).toEqual({ ok: true, text: '', encoding: 'utf-8' })
  })
})

describe('anything else is refused', () => {
  const cut = Buffer.concat([
    Buffer.from('一\n二\n'),
    Buffer.from('三').subarray(0, 2),
    Buffer.from('\n四五六七'),
  ])
  test.each([
    [
      'a workbook',
      Buffer.from('504b030414000600', 'hex'),
      'a zip archive or an Excel workbook (.xlsx); save the sheet as "CSV UTF-8"',
    ],
    [
      'an old workbook',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'an old Office document such as .xls; save the sheet as "CSV UTF-8"',
    ],
    ['a PDF', Buffer.from('%PDF-1.7'), 'a PDF document'],
    ['a gzip archive', Buffer.from('1f8b0800', 'hex'), 'a gzip archive'],
    ['UTF-16 without its mark', utf16, 'not text, or UTF-16 without its byte order mark; save it as UTF-8'],
    [
      'half a UTF-16 character',
      Buffer.from('fffe4100ff', 'hex'),
      'not text, or utf-16le with a broken place',
    ],
    ['a control character', Buffer.from('a\u0007b'), 'not text: it holds control characters'],
    ['UTF-8 that is cut', cut, 'UTF-8 with a broken place in line 3'],
    ['marked UTF-8 that is cut', Buffer.from('efbbbf41e4b8', 'hex'), 'UTF-8 with a broken place in line 1'],
    ['noise', Buffer.from('41ff42ff', 'hex'), 'neither UTF-8 nor GB18030 text; save it as UTF-8'],
  ])('%s', (_, bytes, what) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, message: `the file is ${what}` })
  })
})
