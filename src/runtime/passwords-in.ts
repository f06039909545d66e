/** The password that an address holds, in every way in which it may be written elsewhere; none where it has none. */
export function passwordsIn(address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return []
  const { password, searchParams, search } = new URL(address)
  // As the operator wrote it, which the URL may have encoded further.
  const [written = ''] = /(?<=^[a-z]+:\/\/[^:@/]*:)[^/]*(?=@)/i.exec(address) ?? []
  const [asked = ''] = /(?<=[?&]password=)[^&]*/.exec(search) ?? []
  const every = [password, decoded(password), written, searchParams.get('password') ?? '', asked]
  return [...new Set(every)].filter((one) => one !== '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A percent sign of the password itself.
    return text
  }
}
