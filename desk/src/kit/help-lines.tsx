/** The paragraphs of a page's help, from its words. */
export function HelpLines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => <p key={line}>{line}</p>)
}
