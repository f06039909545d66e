/** A text with the full-width digits of Chinese keyboards as plain ones: `２０２６年`. */
export function narrowDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
}
