import type { TwinRelation } from '../standard/rules.ts'

const words: Record<TwinRelation, readonly string[]> = {
  identical: ['identical', 'idt', 'identical to', '等同', '等同采用'],
  // EQV (等效采用) is how lists told what is MOD today.
  modified: ['modified', 'mod', 'modified from', '修改', '修改采用', 'eqv', 'equivalent', '等效', '等效采用'],
  'based-on': ['based-on', 'based on', 'neq', 'not equivalent', '非等效', '非等效采用', '参考', '参照'],
  'contributes-to': ['contributes-to', 'contributes to', '内容纳入', '纳入', '贡献于'],
}

const relations = new Map(
  Object.entries(words).flatMap(([relation, called]) =>
    called.map((word): [string, TwinRelation] => [word, relation as TwinRelation]),
  ),
)

/**
 * The relation that a word of a list means, in any letter case: our own words, the degrees of correspondence of
 * ISO/IEC Guide 21 (IDT, MOD, NEQ), and what Chinese lists write for them. What is not equivalent is no adoption, but
 * rests on the other text all the same. Undefined for any other word.
 */
export function relationOf(word: string): TwinRelation | undefined {
  return relations.get(word.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase())
}
