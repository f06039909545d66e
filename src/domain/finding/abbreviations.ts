/** Short forms that people of the field type, each with the forms that stand in titles, folded. */
const abbreviations: readonly (readonly [short: string, long: readonly string[]])[] = [
  ['等保', ['等级保护']],
  ['关基', ['关键信息基础设施']],
  ['密评', ['密码应用测评', '密码应用安全性评估']],
  ['个保', ['个人信息保护']],
  ['ai', ['人工智能', 'artificial intelligence']],
  ['genai', ['生成式人工智能', 'generative artificial intelligence']],
  ['aigc', ['生成式人工智能', '人工智能生成']],
  ['pki', ['公钥基础设施', 'public key infrastructure']],
  ['isms', ['信息安全管理体系', 'information security management system']],
]

/** The short forms by which a folded title is also called. */
export function abbreviationsOf(folded: string): string[] {
  return abbreviations.flatMap(([short, long]) => (long.some((form) => folded.includes(form)) ? [short] : []))
}
