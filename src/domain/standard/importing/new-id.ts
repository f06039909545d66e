/** Ids that come of names: short enough for every door that checks them. */
const longest = 64

/**
 * The id of a record whose file gives none, made of its canonical name, so that every file which tells of it in any
 * spelling comes to the same: `gb-t-22239-2019`. What is lost of a name that has other letters, or that is too long, is
 * told apart by a mark at its end.
 * @param isTaken whether another record has the id: then it bears the mark too
 */
export function newId(canonicalName: string, isTaken: (id: string) => boolean): string {
  const plain = canonicalName.normalize('NFKC').toLowerCase()
  const slug = plain.replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '')
  const isWhole = slug !== '' && slug.length <= longest && !/[^\p{ASCII}]/u.test(plain)
  if (isWhole && !isTaken(slug)) return slug
  for (let salt = 0; ; salt++) {
    const id = `${slug === '' ? 'text' : slug.slice(0, longest - 9)}-${mark(`${canonicalName}${salt || ''}`)}`
    if (!isTaken(id)) return id
  }
}

/** FNV-1a of the text's code units, in eight hexadecimal digits: the same wherever and whenever it is worked out. */
function mark(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
