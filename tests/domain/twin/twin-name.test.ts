import { expect, test } from 'vitest'
import { twinName } from '../../../src/domain/twin/twin-name.ts'

test.each([
  ['ISO/IEC 27001:2022', 2022, undefined],
  ['ISO/IEC 27001', undefined, undefined],
  ['ISO/IEC CD 27017.2', undefined, { word: 'CD', iteration: 2 }],
  ['ISO/IEC FDIS 27091', undefined, { word: 'FDIS', iteration: 1 }],
  // A supplement's edition is its own year, not that of the text it belongs to.
  ['ISO/IEC 18033-3:2010/Amd 1:2021', 2021, undefined],
  ['ISO/IEC 18033-7:2022/DAM 1', undefined, { word: 'D', iteration: 1 }],
  ['ISO/IEC 18033-7:2022/CD Amd 1', undefined, { word: 'CD', iteration: 1 }],
  ['GB/T 22080-2016', 2016, undefined],
  ['20230253-T-469', undefined, undefined],
  ['TC260-PG-20244A', undefined, undefined],
  ['prEN 17640', undefined, { word: 'pr', iteration: 1 }],
  ['draft-ietf-tls-rfc8446bis-09', undefined, { word: 'draft', iteration: 9 }],
  ['a paper of a ministry', undefined, undefined],
])('%s', (text, year, draft) => {
  const { year: foundYear, draft: foundDraft } = twinName(text)
  expect({ year: foundYear, draft: foundDraft }).toStrictEqual({ year, draft })
})
