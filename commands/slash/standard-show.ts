// /standard GB/T 43697
import { slashCommand } from '../../src/contract/command.ts'
import { UserError } from '../../src/contract/errors.ts'
import { ephemeral, forAll } from '../../src/contract/reply.ts'
import { dayIn } from '../../src/domain/calendar/day.ts'
import { linksIn } from '../../src/domain/standard/links.ts'
import { standardCard } from '../../src/views/standard-card.ts'
import { standardGuesses, standardList } from '../../src/views/standard-list.ts'

export const standardShow = slashCommand({
  command: '/standard',
  alsoCalled: ['标准', '查询'],
  summary: 'help.standard',
  usage: ['/standard GB/T 43697', '/standard ISO/IEC DIS 27090', '/standard 数据分类分级'],
  who: 'anyone',
  parse(text) {
    if (text === '') throw new UserError('standard.ask-for-name')
    return { query: text }
  },
  async run(app, caller, { query }) {
    const today = dayIn(caller.zone, app.now())
    const links = linksIn(query)
    for (const link of links) {
      const card = await app.standards.byLink(link)
      if (card !== undefined) return forAll(standardCard(card, today, caller.language))
    }
    // The words of an address would be taken for those of a title.
    if (links[0] === query) return ephemeral(standardGuesses(query, [], caller.language))
    const finding = await app.standards.find(query)
    switch (finding.kind) {
      case 'one':
        return forAll(standardCard(finding.card, today, caller.language))
      case 'many':
        return ephemeral(standardList(query, finding.standards, finding.total, caller.language))
      case 'none':
        return ephemeral(standardGuesses(query, finding.guesses, caller.language))
    }
  },
})
