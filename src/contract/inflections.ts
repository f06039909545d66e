/**
 * The other forms in which people write a verb: `accepts`, `accepted`, `accepting`, `cancelled` of an English one,
 * `已完成`, `完成了` of a Chinese one. Made from the verb rather than found from the form, so that no word is taken for a verb
 * that nobody declared. Irregular ones (`sent`, `withdrew`) are not among them. Of a verb with a particle its first word is
 * inflected: `passed on`.
 */
export function inflections(verb: string): string[] {
  if (/\p{Script=Han}$/u.test(verb)) return [`已${verb}`, `已经${verb}`, `${verb}了`, `已${verb}了`]
  const [, stem, particle] = /^([a-z]+)( (?:on|back))$/.exec(verb) ?? []
  if (stem !== undefined) return inflections(stem).map((form) => `${form}${particle}`)
  if (!/^[a-z]{3,}$/.test(verb)) return []
  if (verb.endsWith('e')) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`]
  const third = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`
  // One and the same verb is written either way: canceled, cancelled.
  const doubled = /[^aeiou][aeiou][^aeiouwxy]$/.test(verb) ? [`${verb}${verb.at(-1)}`] : []
  return [third, ...[verb, ...doubled].flatMap((stem) => [`${stem}ed`, `${stem}ing`])]
}
